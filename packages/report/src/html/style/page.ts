/** What every page has: its colours, its head, the switch of languages, the tones of levels. */
export const page = `
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
`
