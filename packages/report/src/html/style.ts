/** The look of the page: one style sheet for screens, phones and paper. */
export const style = `
:root {
  color-scheme: light;
  --ink: #1d2530; --soft: #566070; --line: #dfe3e8; --hover: #f5f7f9; --accent: #1f5fa8;
  --latin: -apple-system, "Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif;
  --chinese: "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif;
  font: 15px/1.6 var(--latin); color: var(--ink); background: #fff; font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100%;
}
* { box-sizing: border-box; }
[lang="zh-CN"] { font-family: var(--chinese); }
[lang="en"] { font-family: var(--latin); }
body { margin: 0; overflow-wrap: break-word; }
h1, h3, .summary, .facts, .legend, .label, .name, .why, dd, code, li { overflow-wrap: anywhere; }
main { max-width: 1120px; margin: 0 auto; padding: 28px 32px 56px; }
main, [lang], bdi { unicode-bidi: isolate; }
small { display: block; font-size: 12px; color: var(--soft); font-weight: 400; line-height: 1.4; }

body > input { position: fixed; top: 0; opacity: 0; pointer-events: none; }
#lang-zh-CN:checked ~ main :is(span, tspan)[lang="en"],
#lang-en:checked ~ main :is(span, tspan)[lang="zh-CN"] { display: none; }
.switch { margin: 0; display: flex; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.switch label { padding: 2px 12px; font-size: 13px; cursor: pointer; color: var(--soft); }
#lang-zh-CN:checked ~ main label[for="lang-zh-CN"],
#lang-en:checked ~ main label[for="lang-en"] { background: var(--ink); color: #fff; }
#lang-zh-CN:focus-visible ~ main label[for="lang-zh-CN"],
#lang-en:focus-visible ~ main label[for="lang-en"] { outline: 2px solid var(--accent); outline-offset: -2px; }

.top { display: flex; justify-content: space-between; align-items: center; }
.kind { margin: 0; font-size: 13px; color: var(--soft); letter-spacing: .06em; }
h1 { margin: 10px 0 6px; font-size: 27px; line-height: 1.3; font-weight: 650; }
h2 { margin: 0 0 12px; font-size: 18px; font-weight: 650; }
h3 { margin: 0 0 6px; font-size: 14px; font-weight: 650; }
.facts { margin: 0; display: flex; flex-wrap: wrap; gap: 2px 24px; font-size: 13px; color: var(--soft); }
.summary { margin: 20px 0 0; padding: 14px 0; border-block: 1px solid var(--line); font-size: 17px; }
.note { margin: -6px 0 12px; font-size: 13px; color: var(--soft); }
section { margin-top: 40px; }
p { margin: 0 0 10px; }

.tone-0 { --solid: #14705f; --tint: #e2f1ed; --text: #0c4f43; }
.tone-1 { --solid: #2f6fb0; --tint: #e5eef8; --text: #1d4c80; }
.tone-2 { --solid: #b07a16; --tint: #f8efdc; --text: #6e4a06; }
.tone-3 { --solid: #b5502c; --tint: #f9e7e0; --text: #7c3014; }
.tone-4 { --solid: #7b5a86; --tint: #f1e9f3; --text: #543a5d; }
.tone-none { --solid: #8a93a0; --tint: #eef0f3; --text: #47505d; }
.mark { display: inline-block; padding: 0 9px; border-radius: 10px; background: var(--tint); color: var(--text); font-size: 13px; font-weight: 600; line-height: 1.6; print-color-adjust: exact; -webkit-print-color-adjust: exact; }

.charts { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); gap: 0 48px; }
.bars { display: grid; grid-template-columns: minmax(3em, max-content) minmax(0, 1fr) max-content; gap: 0 14px; }
.rung { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; padding: 8px 0; border-top: 1px solid var(--line); }
.rung > .label { font-weight: 600; line-height: 22px; max-width: 9em; }
.line { display: grid; grid-template-columns: subgrid; grid-column: 2 / -1; align-items: center; line-height: 22px; }
.line.other { font-size: 13px; line-height: 18px; color: var(--soft); }
.line.other .bar { height: 10px; }
.legend { display: flex; flex-wrap: wrap; gap: 0 20px; margin: -6px 0 10px; font-size: 13px; color: var(--soft); }
.legend span { min-width: 0; }
.legend svg { display: inline-block; width: 18px; height: 10px; margin-inline-end: 6px; }
.bar { display: block; width: 100%; }
rect { fill: var(--solid); }
rect.other { fill: var(--tint); stroke: var(--solid); stroke-dasharray: 3 2; }

.totals-plot { display: block; width: 100%; overflow: visible; margin-bottom: 10px; }
.dot { fill: var(--solid); stroke: #fff; stroke-width: 1; }
.dot:hover { stroke: var(--ink); }
.bound { stroke: var(--ink); stroke-dasharray: 3 3; }
.bound-name { font-size: 12px; font-weight: 600; fill: var(--ink); }
.axis { stroke: #9aa3af; }
.tick { font-size: 12px; fill: var(--soft); }

.flow-plot { display: block; width: 100%; max-width: 760px; overflow: visible; }
path.flow { fill: var(--solid); fill-opacity: .42; }
path.flow.stays { fill-opacity: .16; }
.flow-name { font-size: 14px; font-weight: 600; fill: var(--ink); }
.claims ul ul { margin: 0 0 10px; font-size: 14px; color: var(--soft); }

.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { padding: 6px 14px 6px 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { font-size: 12px; color: var(--soft); vertical-align: bottom; }
th:last-child, td:last-child { padding-right: 0; }
.plain { width: auto; min-width: 50%; }
.plain th, .plain td { padding-right: 28px; }
.num { text-align: end; white-space: nowrap; }
.thresholds { font-size: 13px; }
.thresholds tbody th { white-space: nowrap; }
.gap { white-space: nowrap; color: var(--soft); }
.nobody { color: var(--soft); }

.row { display: grid; grid-template-columns: 2.6rem minmax(8rem, 16rem) 7.5rem 4.5rem minmax(0, 1fr) 1rem; gap: 0 16px; align-items: baseline; padding: 8px 6px; }
.row .rank, .row .total { text-align: end; }
.row .total { font-weight: 600; }
.row .why { font-size: 13px; color: var(--soft); }
.columns { position: sticky; top: 0; z-index: 1; background: #fff; border-bottom: 1px solid var(--ink); font-size: 12px; color: var(--soft); padding-block: 6px; }
.columns .total { font-weight: 400; }
.columns .why { font-size: 12px; }
.unit { border-bottom: 1px solid var(--line); scroll-margin-top: 40px; }
.unit summary { list-style: none; cursor: pointer; }
.unit summary::-webkit-details-marker { display: none; }
.unit summary .row::after { content: "›"; color: var(--soft); text-align: end; transition: rotate .12s; justify-self: end; }
.unit[open] summary .row::after { rotate: 90deg; }
.unit summary:hover { background: var(--hover); }
.unit summary:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
.unit[open] > summary { background: var(--hover); }
.inside { padding: 12px 6px 22px calc(2.6rem + 22px); scroll-margin-top: 96px; }
.inside ol { margin: 0 0 18px; padding-inline-start: 1.5em; font-size: 14px; }
.inside li:last-child { font-weight: 600; }
.scores { max-width: 760px; }
.scores thead th { color: var(--ink); }
.working .note { margin: 10px 0 0; }
dl { margin: 10px 0 0; font-size: 14px; }
dl div { display: flex; gap: 16px; }
dt { color: var(--soft); min-width: 5em; flex: none; }
dd { margin: 0; }
.working dd { font-weight: 600; }
#h-rules ~ .note { margin: 10px 0 0; }
.comparison { margin-bottom: 24px; }
.comparison h3 { font-size: 15px; }
.comparison .note { margin: 0 0 8px; }
.comparison > p { margin: 0 0 6px; }
code { font: 13px/1.6 ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; }

.explanation .verdict { margin: 20px 0; padding: 12px 16px; border-inline-start: 4px solid var(--accent); background: var(--hover); font-size: 16px; font-weight: 600; }
.explanation ul { list-style: none; margin: 0; padding: 0; }
.explanation ul ul { margin-inline-start: 8px; padding-inline-start: 16px; border-inline-start: 1px solid var(--line); }
.explanation > ul > li { padding: 8px 0; border-bottom: 1px solid var(--line); }
.explanation li { padding: 2px 0; }
.explanation :is(.TotalMade, .CriterionScored, .BandReached, .QuotaAsked) > span { font-weight: 600; }
.explanation :is(.PanelScored, .PanelTotalled) > ul { columns: 18em; }
.explanation .quiet { color: var(--soft); }

@media screen and (max-width: 760px) {
  main { padding: 16px 16px 40px; }
  h1 { font-size: 22px; }
  .summary { font-size: 16px; }
  .charts { grid-template-columns: minmax(0, 1fr); }
  .columns { display: none; }
  .row { grid-template-columns: 2em minmax(0, 1fr) auto auto; gap: 2px 10px; padding: 10px 0; }
  .row .rank { text-align: start; color: var(--soft); }
  .row .name { font-weight: 600; }
  .row .why { grid-column: 2 / -1; }
  .unit summary .row::after { display: none; }
  .inside { padding: 10px 0 20px; }
  table { font-size: 13px; }
  th, td, .plain th, .plain td { padding-right: 8px; }
  .plain { width: 100%; }
  .thresholds tbody th { white-space: normal; }
  .scores small { font-size: 11px; }
  .changes thead { display: none; }
  .changes tr { display: grid; grid-template-columns: minmax(0, 1fr) auto auto auto; gap: 2px 8px; padding: 8px 0; border-bottom: 1px solid var(--line); }
  .changes th, .changes td { border: 0; padding: 0; }
  .changes tbody th { font-weight: 600; }
  .changes td:last-child { grid-column: 1 / -1; color: var(--soft); }
  .receipt dl div { display: block; margin-bottom: 6px; }
}

@media print {
  main { max-width: none; padding: 0; }
  .switch, .units > .note, .unit summary .row::after { display: none; }
  .charts { grid-template-columns: minmax(0, 1fr); }
  .columns { position: static; }
  .row { grid-template-columns: 2.6rem minmax(8rem, 12rem) 6rem 4.5rem minmax(0, 1fr); padding: 5px 0; }
  section { margin-top: 24px; }
  .unit, tr, .rung, .totals-plot { break-inside: avoid; }
  h2, h3, thead { break-after: avoid; }
  @page { margin: 16mm 14mm; }
}
`
