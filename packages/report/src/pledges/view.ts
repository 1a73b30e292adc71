import { formatExact, formatPath, type Id, type Language, type Path, render, type Text, textIn } from "@zhengyou/core"
import { type Finding, type Pledge, type PledgeReview, pledgesTextEn, pledgesTextZhCN } from "@zhengyou/pledges"
import { percent } from "../internal/numbers.ts"
import type { PledgeReport } from "./PledgeReport.ts"
import { coverageSentence, daysText, type PledgeLabel, pledgeLabelIn, reviewSentence } from "./texts.ts"

/** What becomes of a pledge after the review: only the first kind is on the list for publication. */
export const pledgeOutcomes = ["publish", "returned", "oralOnly", "byReceivingOrganisation", "privateNumber"] as const
export type PledgeOutcome = (typeof pledgeOutcomes)[number]

// A mobile telephone number, or the number of an identity card.
const privateNumber = /(?<![0-9])(?:1[3-9][0-9]{9}|[0-9]{17}[0-9Xx])(?![0-9])/

const holdsPrivateNumber = (text: string): boolean => {
  const plain = text.normalize("NFKC")
  return privateNumber.test(plain) || privateNumber.test(plain.replace(/[\s-]/g, ""))
}

const shownTexts = ({ content, measures, target, pledger }: Pledge): ReadonlyArray<string> => [
  content,
  ...measures,
  ...(target === undefined ? [] : [target.indicator, target.unit]),
  ...(typeof pledger.name === "string" ? [pledger.name] : Object.values(pledger.name))
]

/** What becomes of a pledge: returned for an error, held back for its visibility or for a personal number, else to be published. */
export const outcomeOf = ({ pledge, findings }: PledgeReview): PledgeOutcome => {
  if (findings.some(({ severity }) => severity === "error")) return "returned"
  if (pledge.visibility._tag === "OralOnly") return "oralOnly"
  if (pledge.visibility._tag === "ByReceivingOrganisation") return "byReceivingOrganisation"
  return shownTexts(pledge).some(holdsPrivateNumber) ? "privateNumber" : "publish"
}

/** The pledges for publication, unit by unit in the order of the report. */
export const publishedPledges = ({ units, reviews }: PledgeReport): ReadonlyArray<Pledge> => {
  const places = new Map(units.map(({ id }, i) => [id, i]))
  const placeOf = ({ pledger }: Pledge) => places.get(pledger.unit) ?? places.size
  return reviews
    .filter((review) => outcomeOf(review) === "publish")
    .map(({ pledge }) => pledge)
    .toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** The names of a report's units. */
export const unitNames = ({ units }: Pick<PledgeReport, "units">): ((unit: Id) => Text) => {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return (unit) => names.get(unit) ?? unit
}

/** The name of a pledge's category; what nobody knows stands for itself. */
export const categoryName = ({ policy }: PledgeReport, { category, pledger }: Pledge): Text | undefined =>
  policy.kinds[pledger.kind].categories.find(({ id }) => id === category)?.name ?? category

/** When a pledge is to be kept, as one shows it. */
export const termText = ({ term }: Pledge, language: Language): string => {
  if (term === undefined) return ""
  if ("on" in term) return term.on
  return "workingDays" in term
    ? daysText(term.workingDays, "workingDays", language)
    : daysText(term.calendarDays, "calendarDays", language)
}

/** What a pledge aims at: the indicator, from where, to where. */
export const targetText = ({ target }: Pledge): string => {
  if (target === undefined) return ""
  const { indicator, unit, baseline, value } = target
  const figures = [baseline?.value, value].map((x) => (x === undefined ? "…" : formatExact(x)))
  return value === undefined && baseline === undefined ? indicator : `${indicator} ${figures.join(" → ")} ${unit}`
}

const fields: Readonly<Record<string, PledgeLabel>> = {
  "": "whole",
  pledger: "pledger",
  category: "category",
  content: "content",
  measures: "measures",
  target: "target",
  "target.value": "value",
  "target.direction": "direction",
  "target.baseline": "baseline",
  "target.baseline.source": "source",
  verification: "verification",
  term: "term",
  owner: "owner",
  basis: "basis",
  urgentPosts: "urgentPosts"
}

/** Where a finding stands, as people call it. */
export const placeIn = (path: Path, language: Language): string => {
  const [field, i] = path
  if (field === "measures" && typeof i === "number") return `${pledgeLabelIn("measure", language)} ${i + 1}`
  const at = formatPath(field === "basis" ? ["basis"] : path)
  const key = Object.hasOwn(fields, at) ? fields[at] : undefined
  return key === undefined ? at : pledgeLabelIn(key, language)
}

/** What a finding says. */
export const findingText = ({ problem }: Finding, language: Language): string =>
  render(language === "en" ? pledgesTextEn : pledgesTextZhCN, problem)

/** The text that a finding is about. */
export const textAt = ({ content, measures }: Pledge, [field, i]: Path): string | undefined =>
  field === "content" ? content : field === "measures" && typeof i === "number" ? measures[i] : undefined

/** The words that a finding points at; nothing where it is about the whole text. */
export const wordsAt = (pledge: Pledge, { path, span }: Finding): string => {
  const text = textAt(pledge, path)
  if (text === undefined || span === undefined || (span.from <= 0 && span.to >= text.length)) return ""
  return text.slice(span.from, span.to)
}

/** The units that have no pledge published, those without any apart from those that have one. */
export const unpublished = ({ coverage, reviews }: PledgeReport) => {
  const pledged = new Set(reviews.map(({ pledge }) => pledge.pledger.unit))
  return {
    pledged: coverage.missing.filter((unit) => pledged.has(unit)),
    none: coverage.missing.filter((unit) => !pledged.has(unit))
  }
}

const count = (reviews: PledgeReport["reviews"], severity?: Finding["severity"]): number =>
  reviews.reduce(
    (n, { findings }) => n + findings.filter((one) => severity === undefined || one.severity === severity).length,
    0
  )

/** The review in one sentence. */
export const summaryIn = ({ reviews }: PledgeReport, language: Language): string => {
  const outcomes = reviews.map(outcomeOf)
  return reviewSentence(
    reviews.length,
    pledgeOutcomes.map((one) => [one, outcomes.filter((outcome) => outcome === one).length]),
    count(reviews),
    count(reviews, "error"),
    language
  )
}

/** The coverage in one sentence. */
export const coverageIn = ({ coverage, policy }: PledgeReport, language: Language): string =>
  coverageSentence(
    coverage.units,
    coverage.inTime.length,
    percent(coverage.inTime.length, coverage.units),
    policy.cycle.publishBy,
    language
  )

/** The policy that pledges were reviewed by, with its version. */
export const policyIn = ({ policy }: PledgeReport, language: Language): string =>
  `${pledgeLabelIn("policy", language)} ${textIn(policy.title, language)} (${policy.id}, ${policy.version})`
