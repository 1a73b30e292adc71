/** Bars, dots and totals of a grading. */
export const charts = `
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
`
