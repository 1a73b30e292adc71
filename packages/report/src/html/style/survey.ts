/** Rates with their intervals, and stacked choices. */
export const survey = `
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
`
