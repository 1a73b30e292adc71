/** Tables, and rows that open. */
export const tables = `
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
`
