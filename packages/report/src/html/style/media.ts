/** Phones and paper. */
export const media = `
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
