import {
  type CalendarDate,
  dateUnsafe,
  daysBetween,
  formatExact,
  isSameExact,
  one,
  textIn,
  type Unit
} from "@zhengyou/core"
import { deadlineInForce, isOverdue, type OpenPledge, publicationCoverage } from "@zhengyou/pledges"
import { evaluationTable, shown } from "./evaluation.ts"
import { policy, roster } from "./files.ts"
import { html, type Markup } from "./html.ts"
import { style } from "./style.ts"

/** Whether everybody may read a pledge: it is public, and was published. */
const isForEverybody = ({ pledge, texts }: OpenPledge): boolean =>
  pledge.visibility._tag === "Public" && texts.length > 0

const zh = (text: Unit["name"]): string => textIn(text, "zh-CN")

/** How a pledge stands, in words, and the colour that it has. */
export const stateOf = (state: OpenPledge, asOf: CalendarDate): readonly [tone: string, words: string] => {
  const { phase, fulfilment } = state
  if (phase === "withdrawn") return ["quiet", "已撤回"]
  if (fulfilment?._tag === "Fulfilled") return ["good", "已兑现"]
  if (fulfilment?._tag === "PartlyFulfilled") return ["fair", "部分兑现"]
  if (fulfilment?._tag === "NotFulfilled")
    return fulfilment.excused ? ["quiet", "未兑现（已说明原因）"] : ["late", "未兑现"]
  if (isOverdue(state, asOf)) return ["late", "逾期"]
  return phase === "reported" ? ["fair", "已报结，待核验"] : ["going", "践诺中"]
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
const line = (state: OpenPledge, asOf: CalendarDate): Markup => {
  const [tone] = stateOf(state, asOf)
  const start = state.texts[0]?.on ?? from
  const due = deadlineInForce(state)?.due ?? until
  const end = state.reportedOn ?? (asOf < due ? asOf : due)
  return html`<svg class="line ${tone}" height="20" role="img" aria-label="公开 ${start}，时限 ${due}">
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

const shareOf = ({ fulfilment }: OpenPledge): string =>
  fulfilment?._tag === "PartlyFulfilled" && !isSameExact(fulfilment.share, one)
    ? `（${formatExact(fulfilment.share)}）`
    : ""

const listed = (name: string, items: ReadonlyArray<string>): Markup | undefined =>
  items.length === 0
    ? undefined
    : html`<div><dt>${name}</dt><dd>${items.map((item) => html`<span>${item}</span>`)}</dd></div>`

const card = (state: OpenPledge, asOf: CalendarDate): Markup => {
  const { pledge, texts, evidence, explanations, result, withdrawal } = state
  const [tone, words] = stateOf(state, asOf)
  const target = targetOf(state)
  const due = deadlineInForce(state)?.due
  const changes = texts
    .slice(1)
    .map(({ deadline, on, why }, i) => `${on}：时限由 ${texts[i]?.deadline.due} 改为 ${deadline.due}。${why ?? ""}`)
  return html`<article class="${tone}">
<header><h3>${zh(pledge.pledger.name)}</h3><span class="state">${words}${shareOf(state)}</span>${
    result === undefined ? undefined : html`<span class="level">${zh(result.level.name)}</span>`
  }</header>
<p>${pledge.content}</p>
${line(state, asOf)}
<dl>
${listed("目标", target === "" ? [] : [target])}
${listed("时限", due === undefined ? [] : [due])}
${listed("变更", changes)}
${listed("佐证", evidence)}
${listed("说明", explanations)}
${listed("撤回", withdrawal === undefined ? [] : [withdrawal])}
</dl>
</article>`
}

const coverageOf = (year: ReadonlyMap<string, OpenPledge>, asOf: CalendarDate): Markup => {
  const published = [...year.values()]
    .filter(isForEverybody)
    .flatMap(({ pledge, texts }) => texts.slice(0, 1).map(({ on }) => ({ unit: pledge.pledger.unit, on })))
  const { units, inTime, late, missing } = publicationCoverage(roster, published, policy.cycle.publishBy, asOf)
  const names = (ids: ReadonlyArray<string>) =>
    ids.map((id) => zh(roster.find((unit) => unit.id === id)?.name ?? id)).join("、")
  const rest = [
    late.length === 0 ? "" : `逾期公开：${late.map(({ unit, on }) => `${names([unit])}（${on}）`).join("、")}`,
    missing.length === 0 ? "" : `没有公开：${names(missing)}`
  ].filter((text) => text !== "")
  return html`<p class="coverage">${units} 个单位中，${inTime.length} 个在 ${policy.cycle.publishBy} 前公开了承诺。${rest.join("；")}</p>`
}

const evaluation = (year: ReadonlyMap<string, OpenPledge>): Markup | undefined => {
  const rows = evaluationTable(year).filter(({ score }) => score !== undefined)
  if (rows.length === 0) return undefined
  return html`<section><h2>评诺结果</h2><p class="note">只计公开的承诺；有正当理由并已公开说明的不计入兑现率。</p>
<table><thead><tr><th>单位</th><th>公开承诺</th><th>兑现</th><th>部分</th><th>未兑现</th><th>免责</th><th>兑现率</th><th>得分</th><th>等次</th></tr></thead>
<tbody>${rows.map(
    ({ name, pledges, kept, score, level }) =>
      html`<tr><th>${zh(name)}</th><td>${pledges}</td><td>${kept.fulfilled}</td><td>${kept.partly}</td><td>${kept.notFulfilled}</td><td>${kept.excused}</td><td>${kept.rate === undefined ? "—" : shown(kept.rate)}</td><td>${score === undefined ? "—" : shown(score)}</td><td class="level">${level === undefined ? "—" : zh(level)}</td></tr>`
  )}</tbody></table></section>`
}

const policyOfPage = "default-src 'none'; style-src 'unsafe-inline'"

/** The page on which everybody sees what was promised and what became of it. */
export const publicPage = (all: ReadonlyMap<string, OpenPledge>, asOf: CalendarDate): string => {
  const year = new Map([...all].filter(([, state]) => isForEverybody(state)))
  const states = [...year.values()]
  const counts = new Map<string, number>()
  for (const state of states) {
    const [, words] = stateOf(state, asOf)
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  const units = roster.filter(({ id }) => states.some(({ pledge }) => pledge.pledger.unit === id))
  return `<!DOCTYPE html>\n${
    html`<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policyOfPage}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${zh(policy.title)}</title><style>${style}</style></head>
<body><main><p class="kind">承诺、进展与结果，截至 ${asOf}</p><h1>${zh(policy.title)}</h1>
<p class="summary">公开承诺 ${states.length} 件：${[...counts].map(([words, count]) => `${words} ${count} 件`).join("，")}。</p>
${coverageOf(year, asOf)}
<p class="legend"><svg class="line going" width="90" height="20"><line class="run" x1="6" x2="50" y1="10" y2="10"/><line class="term" x1="50" x2="80" y1="10" y2="10"/><circle class="start" cx="6" cy="10" r="4"/><line class="due" x1="80" x2="80" y1="2" y2="18"/></svg>一年十二格：空心点为公开，竖线为时限，虚竖线为变更前的时限，实心点为报结。</p>
${units.map(
  ({ id, name }) =>
    html`<section><h2>${zh(name)}</h2><div class="cards">${states
      .filter(({ pledge }) => pledge.pledger.unit === id)
      .map((state) => card(state, asOf))}</div></section>`
)}
${evaluation(year)}
</main></body></html>`.text
  }\n`
}
