import { type Language, type Text, textIn } from "@zhengyou/core"
import { say } from "./internal/say.ts"
import type { CaseTable } from "./Law.ts"
import type { Counterexample, LawReport, LawResult } from "./LawReport.ts"

const words = {
  held: say("成立", "held"),
  broken: say("不成立", "broken"),
  notApplicable: say("不适用", "does not apply"),
  change: say("变动", "change"),
  unit: say("单位", "unit"),
  expected: say("应为", "expected"),
  found: say("实为", "found"),
  wouldHaveCaught: say("曾有的错误", "a bug that it would have caught"),
  book: say("此法则不成立，多半是办法写错了", "that it is broken is most likely a mistake in the rules"),
  engine: say("此法则不成立是争优的错误，请报告", "that it is broken is a fault of zhengyou: please report it")
}

/** How wide a text stands in a terminal: Chinese characters take two columns. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (width, char) =>
      width +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(char)
        ? 2
        : 1),
    0
  )

const padded = (text: string, width: number, right: boolean): string => {
  const blank = " ".repeat(Math.max(0, width - widthOf(text)))
  return right ? blank + text : text + blank
}

/** A small table: figures stand to the right of their columns. */
const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> => {
  const widths = head.map((title, c) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[c] ?? ""))))
  const isFigure = head.map((_, c) => rows.every((row) => /^[-–\d./]*$/.test(row[c] ?? "")))
  const line = (cells: ReadonlyArray<string>) =>
    `      ${widths.map((width, c) => padded(cells[c] ?? "", width, isFigure[c] === true)).join("  ")}`.trimEnd()
  return [line(head), ...rows.map(line)]
}

/** The columns that some row has something in. */
const withoutEmpty = (
  head: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string>>
): ReadonlyArray<string> => {
  const used = head.map((_, c) => rows.some((row) => (row[c] ?? "") !== ""))
  const kept = <A>(cells: ReadonlyArray<A>) => cells.filter((_, c) => used[c] === true)
  return rows.length === 0 ? [] : table(kept(head), rows.map(kept))
}

const tableLines = ({ title, head, rows }: CaseTable, language: Language): ReadonlyArray<string> => {
  const lines = withoutEmpty(head, rows)
  return lines.length === 0 ? [] : [`    ${textIn(title, language)}`, ...lines]
}

const counterexampleLines = ({ shown, breach }: Counterexample, language: Language): ReadonlyArray<string> => {
  const in_ = (text: Text) => textIn(text, language)
  const named = (name: Text, value: string | undefined) =>
    value === undefined ? [] : [`    ${in_(name)}${language === "en" ? ": " : "："}${value}`]
  return [
    ...shown.tables.flatMap((one) => tableLines(one, language)),
    ...named(words.change, shown.change && in_(shown.change)),
    ...named(words.unit, breach.unit),
    ...named(words.expected, in_(breach.expected)),
    ...named(words.found, in_(breach.found))
  ]
}

const resultLines = (result: LawResult, language: Language): ReadonlyArray<string> => {
  const in_ = (text: Text) => textIn(text, language)
  const { id, says, witness, about } = result.law
  switch (result._tag) {
    case "Held":
      return [`  ✓ ${id}: ${in_(says)} (${result.runs})`]
    case "NotApplicable":
      return [`  – ${id}: ${in_(words.notApplicable)}${language === "en" ? ": " : "："}${in_(result.because)}`]
    case "Broken":
      return [
        `  ✗ ${id}: ${in_(says)}`,
        ...counterexampleLines(result.counterexample, language),
        `    ${in_(words.wouldHaveCaught)}${language === "en" ? ": " : "："}${in_(witness.bug)} (${witness.source})`,
        `    ${in_(words[about])}`
      ]
  }
}

/** What came of one law, as lines of text: a counterexample with its small tables. */
export const renderLawResult = (result: LawResult, language: Language): string =>
  resultLines(result, language).join("\n")

/** A report of laws as text: the broken ones first, each with the smallest counterexample that was found. */
export const renderLawReport = (report: LawReport, language: Language): string => {
  const of = (tag: LawResult["_tag"]) => report.results.filter(({ _tag }) => _tag === tag)
  const [broken, held, other] = [of("Broken"), of("Held"), of("NotApplicable")]
  const title = `${textIn(report.subject.title, language)} (${report.subject.id} ${report.subject.version})`
  const counts = [
    `${textIn(words.broken, language)} ${broken.length}`,
    `${textIn(words.held, language)} ${held.length}`,
    `${textIn(words.notApplicable, language)} ${other.length}`
  ]
  const head = `${title}: ${counts.join(language === "en" ? ", " : "，")} (seed ${report.seed}, runs ${report.runs})`
  return [head, ...[...broken, ...held, ...other].map((result) => renderLawResult(result, language))].join("\n")
}
