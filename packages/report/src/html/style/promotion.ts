/** The flow of levels, decisions, and the ledger of problems. */
export const promotion = `
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
`
