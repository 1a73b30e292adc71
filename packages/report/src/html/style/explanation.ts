/** The tree of an explanation. */
export const explanation = `
.explanation .verdict { margin: 20px 0; padding: 12px 16px; border-inline-start: 4px solid var(--accent); background: var(--hover); font-size: 16px; font-weight: 600; }
.explanation ul { list-style: none; margin: 0; padding: 0; }
.explanation ul ul { margin-inline-start: 8px; padding-inline-start: 16px; border-inline-start: 1px solid var(--line); }
.explanation > ul > li { padding: 8px 0; border-bottom: 1px solid var(--line); }
.explanation li { padding: 2px 0; }
.explanation :is(.TotalMade, .CriterionScored, .BandReached, .QuotaAsked) > span { font-weight: 600; }
.explanation :is(.PanelScored, .PanelTotalled) > ul { columns: 18em; }
.explanation .quiet { color: var(--soft); }
`
