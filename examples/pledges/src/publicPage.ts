import {
  type CalendarDate,
  dateUnsafe,
  daysBetween,
  formatExact,
  isSameExact,
  type Language,
  one,
  type Text,
  textIn
} from "@zhengyou/core"
import { deadlineInForce, isOverdue, type OpenPledge, publicationCoverage } from "@zhengyou/pledges"
import { evaluationTable, shown } from "./evaluation.ts"
import { policy, roster } from "./files.ts"
import { html, type Markup } from "./html.ts"
import { style } from "./style.ts"
import { type PageWords, pageWords, states } from "./words.ts"

/** Whether everybody may read a pledge: it is public, and was published. */
const isForEverybody = ({ pledge, texts }: OpenPledge): boolean =>
  pledge.visibility._tag === "Public" && texts.length > 0

/** How a pledge stands, in words, and the colour that it has. */
export const stateOf = (state: OpenPledge, asOf: CalendarDate): readonly [tone: string, words: Text] => {
  const { phase, fulfilment } = state
  if (phase === "withdrawn") return ["quiet", states.withdrawn]
  if (fulfilment?._tag === "Fulfilled") return ["good", states.fulfilled]
  if (fulfilment?._tag === "PartlyFulfilled") return ["fair", states.partly]
  if (fulfilment?._tag === "NotFulfilled")
    return fulfilment.excused ? ["quiet", states.excused] : ["late", states.notFulfilled]
  if (isOverdue(state, asOf)) return ["late", states.overdue]
  return phase === "reported" ? ["fair", states.reported] : ["going", states.going]
}

/** What a page is made for: the day that it tells of, and the language. */
interface Page {
  readonly asOf: CalendarDate
  readonly language: Language
  readonly words: PageWords
}

const { from, until } = policy.cycle
const days = daysBetween(from, until)
const place = (day: CalendarDate): string => {
  const share = Math.min(1, Math.max(0, daysBetween(from, day) / days))
  return (share * 100).toFixed(2)
}
const monthStarts = Array.from({ length: 12 }, (_, i) =>
  dateUnsafe(`${from.slice(0, 4)}-${String(i + 1).padStart(2, "0")}-01`)
)

/** The year of a pledge as a line: published, due (earlier deadlines hollow), reported. */
const line = (state: OpenPledge, { asOf, words }: Page): Markup => {
  const [tone] = stateOf(state, asOf)
  const start = state.texts[0]?.on ?? from
  const due = deadlineInForce(state)?.due ?? until
  const end = state.reportedOn ?? (asOf < due ? asOf : due)
  return html`<svg class="line ${tone}" height="20" role="img" aria-label="${words.line(start, due)}">
${monthStarts.map((day) => html`<line class="month" x1="${place(day)}%" x2="${place(day)}%" y1="0" y2="20"/>`)}
<line class="term" x1="${place(start)}%" x2="${place(due)}%" y1="10" y2="10"/>
<line class="run" x1="${place(start)}%" x2="${place(end)}%" y1="10" y2="10"/>
${state.texts.slice(0, -1).map(({ deadline }) => html`<line class="was" x1="${place(deadline.due)}%" x2="${place(deadline.due)}%" y1="3" y2="17"/>`)}
<line class="due" x1="${place(due)}%" x2="${place(due)}%" y1="2" y2="18"/>
<circle class="start" cx="${place(start)}%" cy="10" r="4"/>
${state.reportedOn === undefined ? undefined : html`<circle class="done" cx="${place(state.reportedOn)}%" cy="10" r="5"/>`}
</svg>`
}

const targetOf = ({ pledge: { target } }: OpenPledge): string => {
  if (target?.value === undefined) return ""
  const { indicator, baseline, value, unit } = target
  const before = baseline === undefined ? "" : `${formatExact(baseline.value)} → `
  return `${indicator} ${before}${formatExact(value)} ${unit}`
}

const shareOf = ({ fulfilment }: OpenPledge, { words }: Page): string =>
  fulfilment?._tag === "PartlyFulfilled" && !isSameExact(fulfilment.share, one)
    ? words.share(formatExact(fulfilment.share))
    : ""

const listed = (name: string, items: ReadonlyArray<string>): Markup | undefined =>
  items.length === 0
    ? undefined
    : html`<div><dt>${name}</dt><dd>${items.map((item) => html`<span>${item}</span>`)}</dd></div>`

const card = (state: OpenPledge, page: Page): Markup => {
  const { asOf, language, words } = page
  const { pledge, texts, evidence, explanations, result, withdrawal } = state
  const [tone, stands] = stateOf(state, asOf)
  const target = targetOf(state)
  const due = deadlineInForce(state)?.due
  const changes = texts
    .slice(1)
    .map(({ deadline, on, why = "" }, i) => words.change(on, texts[i]?.deadline.due ?? "", deadline.due, why))
  return html`<article class="${tone}">
<header><h3>${textIn(pledge.pledger.name, language)}</h3><span class="state">${textIn(stands, language)}${shareOf(state, page)}</span>${
    result === undefined ? undefined : html`<span class="level">${textIn(result.level.name, language)}</span>`
  }</header>
<p>${pledge.content}</p>
${line(state, page)}
<dl>
${listed(words.target, target === "" ? [] : [target])}
${listed(words.deadline, due === undefined ? [] : [due])}
${listed(words.changes, changes)}
${listed(words.evidence, evidence)}
${listed(words.explanations, explanations)}
${listed(words.withdrawal, withdrawal === undefined ? [] : [withdrawal])}
</dl>
</article>`
}

const coverageOf = (year: ReadonlyMap<string, OpenPledge>, { asOf, language, words }: Page): Markup => {
  const published = [...year.values()]
    .filter(isForEverybody)
    .flatMap(({ pledge, texts }) => texts.slice(0, 1).map(({ on }) => ({ unit: pledge.pledger.unit, on })))
  const { units, inTime, late, missing } = publicationCoverage(roster, published, policy.cycle.publishBy, asOf)
  const nameOf = (id: string) => textIn(roster.find((unit) => unit.id === id)?.name ?? id, language)
  const rest = [
    ...(late.length === 0 ? [] : [words.late(late.map(({ unit, on }) => words.unitOn(nameOf(unit), on)))]),
    ...(missing.length === 0 ? [] : [words.missing(missing.map(nameOf))])
  ]
  return html`<p class="coverage">${words.coverage(units, inTime.length, policy.cycle.publishBy)}${words.also(rest)}</p>`
}

const evaluation = (year: ReadonlyMap<string, OpenPledge>, { language, words }: Page): Markup | undefined => {
  const rows = evaluationTable(year).filter(({ score }) => score !== undefined)
  if (rows.length === 0) return undefined
  return html`<section><h2>${words.evaluation}</h2><p class="note">${words.evaluationNote}</p>
<table><thead><tr>${words.columns.map((name) => html`<th>${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ name, pledges, kept, score, level }) =>
      html`<tr><th>${textIn(name, language)}</th><td>${pledges}</td><td>${kept.fulfilled}</td><td>${kept.partly}</td><td>${kept.notFulfilled}</td><td>${kept.excused}</td><td>${kept.rate === undefined ? "—" : shown(kept.rate)}</td><td>${score === undefined ? "—" : shown(score)}</td><td class="level">${level === undefined ? "—" : textIn(level, language)}</td></tr>`
  )}</tbody></table></section>`
}

const policyOfPage = "default-src 'none'; style-src 'unsafe-inline'"

/** The page on which everybody sees what was promised and what became of it. */
export const publicPage = (all: ReadonlyMap<string, OpenPledge>, asOf: CalendarDate, language: Language): string => {
  const words = pageWords[language]
  const page = { asOf, language, words }
  const year = new Map([...all].filter(([, state]) => isForEverybody(state)))
  const shownStates = [...year.values()]
  const counts = new Map<string, number>()
  for (const state of shownStates) {
    const stands = textIn(stateOf(state, asOf)[1], language)
    counts.set(stands, (counts.get(stands) ?? 0) + 1)
  }
  const units = roster.filter(({ id }) => shownStates.some(({ pledge }) => pledge.pledger.unit === id))
  const title = textIn(policy.title, language)
  return `<!DOCTYPE html>\n${
    html`<html lang="${words.lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policyOfPage}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style></head>
<body><main><p class="kind">${words.kind(asOf)}</p><h1>${title}</h1>
<p class="summary">${words.summary(shownStates.length, [...counts])}</p>
${coverageOf(year, page)}
<p class="legend"><svg class="line going" width="90" height="20"><line class="run" x1="6" x2="50" y1="10" y2="10"/><line class="term" x1="50" x2="80" y1="10" y2="10"/><circle class="start" cx="6" cy="10" r="4"/><line class="due" x1="80" x2="80" y1="2" y2="18"/></svg>${words.legend}</p>
${units.map(
  ({ id, name }) =>
    html`<section><h2>${textIn(name, language)}</h2><div class="cards">${shownStates
      .filter(({ pledge }) => pledge.pledger.unit === id)
      .map((state) => card(state, page))}</div></section>`
)}
${evaluation(year, page)}
</main></body></html>`.text
  }\n`
}
