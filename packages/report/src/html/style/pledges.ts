/** Pledges with their findings, coverage, and the list for publication. */
export const pledges = `
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
`
