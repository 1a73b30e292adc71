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

.flow-plot { display: block; width: 100%; max-width: 640px; overflow: visible; }
path.flow { fill: var(--solid); fill-opacity: .42; }
path.flow.stays { fill-opacity: .16; }
.flow-name { font-size: 14px; font-weight: 600; fill: var(--ink); }
.flow-count { font-size: 13px; font-weight: 650; fill: var(--ink); }
.charts.movement { grid-template-columns: minmax(0, 6fr) minmax(0, 5fr); }
.charts.movement th, .charts.movement td { padding-right: 10px; }
.charts.movement .plain { width: 100%; }
.row.decision { grid-template-columns: minmax(7rem, 12rem) 14rem 6.5rem minmax(0, 1fr) 1rem; }
.row .arrow { padding: 0 8px; color: var(--soft); }
.outcome { font-weight: 650; }
.outcome.granted { color: #0c4f43; }
.outcome:is(.declined, .refused, .stopped) { color: #8c1d18; }
.outcome:is(.awaiting, .undecided) { color: #6e4a06; }
.decisions .inside { padding-inline-start: 6px; }
.decisions .inside .facts { margin-bottom: 12px; }
.decisions .inside ul { margin: 0 0 14px; padding-inline-start: 1.3em; font-size: 14px; }
.decisions .inside li:last-child { font-weight: 400; }
.checks { list-style: none; }
.decisions .inside .checks { padding: 0; }
.checks li { padding: 4px 0; border-bottom: 1px solid var(--line); }
.checks b { display: inline-block; min-width: 4.5em; font-size: 12px; }
.checks .holds b { color: #0c4f43; }
.checks .fails b { color: #8c1d18; }
.checks .unknown b { color: #6e4a06; }
.claims ul ul { margin: 0 0 10px; font-size: 14px; color: var(--soft); }

.state-overdue { --solid: #b3261e; --tint: #fbe4e2; --text: #8c1d18; }
.state-opened { --solid: #8a93a0; --tint: #eef0f3; --text: #47505d; }
.state-planned { --solid: #b07a16; --tint: #f8efdc; --text: #6e4a06; }
.state-inProgress { --solid: #2f6fb0; --tint: #e5eef8; --text: #1d4c80; }
.state-submitted { --solid: #7b5a86; --tint: #f1e9f3; --text: #543a5d; }
.state-closed { --solid: #14705f; --tint: #e2f1ed; --text: #0c4f43; }
.cell { display: inline-block; width: 14px; height: 14px; border-radius: 3px; background: var(--solid); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.cell.state-closed { background: var(--tint); box-shadow: inset 0 0 0 1.5px var(--solid); }
.ledger-summary { font-size: 16px; }
.progress { margin-bottom: 22px; }
.progress .bar { border-radius: 4px; overflow: hidden; }
.progress .legend { margin: 8px 0 0; align-items: center; }
.progress .legend .cell { margin-inline-end: 6px; vertical-align: -2px; }
.matrix { display: grid; grid-template-columns: max-content minmax(0, 22em) minmax(0, 1fr) max-content; gap: 0 14px; margin-bottom: 26px; font-size: 14px; }
.matrix .of { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; align-items: center; padding: 4px 0; border-top: 1px solid var(--line); }
.matrix .cells { display: flex; flex-wrap: wrap; gap: 4px; }
.matrix .where { font-size: 13px; color: var(--soft); line-height: 14px; padding-inline-start: 4px; }
.matrix .num { color: var(--soft); }
.kind-common, .kind-individual { display: inline-block; padding: 0 6px; border-radius: 4px; font-size: 12px; line-height: 1.6; }
.kind-common { background: var(--ink); color: #fff; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.kind-individual { box-shadow: inset 0 0 0 1px var(--line); color: var(--soft); }
.ledger-lines th { font-weight: 600; }
.ledger-lines thead th { font-weight: 400; }
.ledger-lines td:nth-child(n+4) { white-space: nowrap; }
.late { color: #8c1d18; font-weight: 650; }
.folded { margin-top: 18px; }
.folded > summary { cursor: pointer; font-size: 14px; font-weight: 600; padding: 6px 0; }
.folded > summary:hover { background: var(--hover); }
.rate-rows { display: grid; grid-template-columns: minmax(4em, max-content) minmax(0, 1fr) max-content; }
.rate-rows.compared { grid-template-columns: minmax(4em, max-content) minmax(0, 5fr) max-content minmax(0, 4fr) max-content; }
.rate-row { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; gap: 0 16px; align-items: center; border-bottom: 1px solid var(--line); }
.rate-row.head { font-size: 12px; color: var(--soft); }
.rate-row.all, .stack-row.all { font-weight: 650; background: var(--hover); }
.rate-row .label, .stack-row .label { max-width: 14em; font-size: 14px; }
.rate-row .num { font-size: 14px; padding-block: 3px; }
.rate-row .num small { display: inline-block; min-width: 6.2em; margin-inline-start: 8px; }
.rate-row .note-in { grid-column: span 2; font-size: 13px; color: var(--soft); padding-block: 3px; }
.rate-row b { font-weight: 600; }
.dots-row, .mark-row, .stack { display: block; width: 100%; overflow: visible; }
.rate-row .dots-row { align-self: stretch; height: auto; min-height: 24px; }
.rate-row.head .num { font-size: 12px; }
.grid { stroke: var(--line); }
.reach { stroke: var(--solid); stroke-width: 3; stroke-opacity: .45; stroke-linecap: round; }
.stacks { display: grid; grid-template-columns: minmax(4em, max-content) minmax(0, 1fr) max-content; margin-bottom: 20px; }
.stacks h3, .stacks .legend { grid-column: 1 / -1; margin-top: 0; }
.stack-row { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; gap: 0 16px; align-items: center; padding-block: 2px; font-size: 14px; }
.inside-bar { font-size: 11px; fill: #fff; }
.note.below { margin: 10px 0 0; }

.sev-error { --solid: #b3261e; --tint: #fbe4e2; --text: #8c1d18; }
.sev-warning { --solid: #b07a16; --tint: #f8efdc; --text: #6e4a06; }
.sev-note { --solid: #2f6fb0; --tint: #e5eef8; --text: #1d4c80; }
.of-outcome { white-space: nowrap; }
.of-outcome.publish { --tint: #e2f1ed; --text: #0c4f43; }
.of-outcome.returned { --tint: #fbe4e2; --text: #8c1d18; }
.of-outcome:is(.oralOnly, .byReceivingOrganisation, .privateNumber) { --tint: #eef0f3; --text: #47505d; }
.pledge { display: grid; grid-template-columns: minmax(0, 6fr) minmax(0, 5fr); gap: 4px 32px; padding: 18px 0 16px; border-bottom: 1px solid var(--line); break-inside: avoid; }
.pledge > header { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 2px 14px; align-items: baseline; margin: 0; font-size: 13px; color: var(--soft); }
.pledge > header h3 { margin: 0; font-size: 15px; color: var(--ink); }
.pledge > header .mark { margin-inline-start: auto; }
.pledge-text { font-size: 16px; line-height: 1.75; overflow-wrap: anywhere; }
.pledge-text ol { margin: 0 0 8px; padding-inline-start: 1.4em; font-size: 14px; }
.pledge-text .facts { font-size: 13px; }
.pledge-text mark { color: inherit; background: var(--tint); border-bottom: 2px solid var(--solid); padding-bottom: 1px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.pledge-text sup { font-size: 10px; font-weight: 700; color: var(--text); line-height: 0; padding-inline: 1px 2px; }
.pledge-findings { list-style: none; margin: 4px 0 0; padding: 0; font-size: 13.5px; }
.pledge-findings li { display: grid; grid-template-columns: 1.7em minmax(0, 1fr); padding: 5px 0; }
.pledge-findings li > b { width: 1.45em; height: 1.45em; border-radius: 50%; background: var(--solid); color: #fff; font-size: 11px; line-height: 1.45em; text-align: center; margin-top: 3px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.pledge-findings small { color: var(--text); font-weight: 600; }
.sev-count { display: inline-block; min-width: 2em; text-align: center; border-radius: 5px; background: var(--tint); color: var(--text); font-weight: 650; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 48px; }
.pair .plain { width: 100%; }
.cover dl div { padding: 4px 0; border-bottom: 1px solid var(--line); }
.cover dt { min-width: 9.5em; }
.cover .cell { margin-inline-end: 8px; vertical-align: -2px; }
.cover .bar { height: 14px; margin: 4px 0 10px; border-radius: 4px; overflow: hidden; }
.cover .cell.state-closed { background: var(--solid); }
.sound td:nth-last-child(-n+2) { white-space: nowrap; }
.notice-list h3 { margin: 26px 0 4px; font-size: 16px; }
.notice-list table { table-layout: fixed; min-width: 46rem; }
.notice-list th:first-child { width: 9rem; }
.notice-list th:nth-child(3) { width: 11rem; }
.notice-list th:nth-child(4) { width: 11rem; }
.notice-list th:last-child { width: 6.5rem; }
.notice-list ul { margin: 2px 0 0; padding-inline-start: 1.2em; color: var(--soft); font-size: 13px; }
.notice-list td:last-child { white-space: nowrap; }

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
  .charts, .charts.movement, .pair, .pledge { grid-template-columns: minmax(0, 1fr); }
  .columns { display: none; }
  .row { grid-template-columns: 2em minmax(0, 1fr) auto auto; gap: 2px 10px; padding: 10px 0; }
  .row.decision { grid-template-columns: minmax(0, 1fr) auto auto; }
  .row.decision .why { grid-column: 1 / -1; }
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
  .matrix { grid-template-columns: max-content minmax(0, 1fr) max-content; }
  .matrix .cells { grid-column: 2 / -1; grid-row: 2; }
  .rate-rows, .rate-rows.compared { grid-template-columns: minmax(0, 1fr) max-content; }
  .rate-row { padding-block: 6px; gap: 2px 10px; }
  .rate-row.head { display: none; }
  .rate-row .label { grid-column: 1 / -1; }
  .rate-row .num small { min-width: 0; }
  .stack-row .label { max-width: 7em; font-size: 12px; }
  .receipt dl div { display: block; margin-bottom: 6px; }
}

@media print {
  main { max-width: none; padding: 0; }
  .switch, .units > .note, .unit summary .row::after { display: none; }
  .charts { grid-template-columns: minmax(0, 1fr); }
  .columns { position: static; }
  .row { grid-template-columns: 2.6rem minmax(8rem, 12rem) 6rem 4.5rem minmax(0, 1fr); padding: 5px 0; }
  section { margin-top: 24px; }
  .unit, tr, .rung, .totals-plot, .rate-row, .stack-row { break-inside: avoid; }
  h2, h3, thead { break-after: avoid; }
  @page { margin: 16mm 14mm; }
}
`
