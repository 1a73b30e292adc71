import { Markup } from "./html.ts"

/** The look of the public page. */
export const style = new Markup(`
:root { --ink: #1d2530; --soft: #566070; --line: #dfe3e8; color: var(--ink); background: #fff; font: 15px/1.65 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif; font-variant-numeric: tabular-nums; }
* { box-sizing: border-box; }
body { margin: 0; overflow-wrap: anywhere; }
main { max-width: 1080px; margin: 0 auto; padding: 28px 28px 60px; }
h1 { margin: 4px 0 10px; font-size: 28px; }
h2 { margin: 36px 0 10px; font-size: 18px; }
h3 { margin: 0; font-size: 15px; }
p { margin: 0 0 8px; }
.kind, .note, .legend { color: var(--soft); font-size: 13px; }
.summary { font-size: 18px; padding: 14px 0 6px; border-top: 1px solid var(--line); }
.legend { display: flex; gap: 12px; align-items: center; }
.legend svg { width: 90px; flex: none; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 480px), 1fr)); gap: 16px; }
article { border: 1px solid var(--line); border-top: 4px solid var(--solid); border-radius: 6px; padding: 12px 16px 14px; break-inside: avoid; }
article header { display: flex; gap: 8px; align-items: baseline; margin-bottom: 6px; }
.state { margin-inline-start: auto; padding: 0 9px; border-radius: 10px; background: var(--tint); color: var(--text); font-size: 13px; font-weight: 600; white-space: nowrap; }
header .level { border: 1px solid var(--line); border-radius: 10px; padding: 0 9px; font-size: 13px; }
.good { --solid: #14705f; --tint: #e2f1ed; --text: #0c4f43; }
.fair { --solid: #b07a16; --tint: #f8efdc; --text: #6e4a06; }
.going { --solid: #2f6fb0; --tint: #e5eef8; --text: #1d4c80; }
.late { --solid: #b3261e; --tint: #fbe4e2; --text: #8c1d18; }
.quiet { --solid: #8a93a0; --tint: #eef0f3; --text: #47505d; }
.line { display: block; width: 100%; overflow: visible; margin: 8px 0 4px; }
.month { stroke: var(--line); }
.term { stroke: var(--solid); stroke-width: 4; stroke-opacity: .25; }
.run { stroke: var(--solid); stroke-width: 4; }
.due { stroke: var(--ink); stroke-width: 2; }
.was { stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 2 2; }
.start { fill: #fff; stroke: var(--solid); stroke-width: 2; }
.done { fill: var(--solid); stroke: #fff; }
dl { margin: 6px 0 0; font-size: 13.5px; }
dl div { display: grid; grid-template-columns: 3em 1fr; padding: 2px 0; }
:lang(en) dl div { grid-template-columns: 6em 1fr; }
dt { color: var(--soft); }
dd { margin: 0; }
dd span { display: block; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: end; padding: 6px 10px; border-bottom: 1px solid var(--line); font-weight: 400; }
th:first-child { text-align: start; }
thead th { color: var(--soft); font-size: 12px; }
td.level { font-weight: 650; }
@media (max-width: 640px) { main { padding: 16px; } table { font-size: 12px; } th, td { padding: 4px; } }
`)
