import { readFileSync } from "node:fs"
import { exactUnsafe, formatRounded } from "@zhengyou/core"
import { compileWording, defaultCopyRules, defaultWording, findCopies, type TextFinding } from "@zhengyou/pledges"

/** A sentence of the set, with the faults that it has. */
interface Sentence {
  readonly n: number
  readonly by: "branch" | "office" | "member"
  readonly text: string
  readonly faults: ReadonlyArray<string>
}

/** Two texts: the one copied from the other, said again in other words, or another pledge on the same subject. */
interface Pair {
  readonly n: number
  readonly kind: "copy" | "paraphrase" | "different"
  readonly a: string
  readonly b: string
}

export type Part = "tune" | "report"

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"))

// The files are ours and a test holds their shape.
export const sentencesOf = (part: Part) => read(`${part}.json`) as ReadonlyArray<Sentence>
export const pairsOf = (part: Part) => read(`pairs.${part}.json`) as ReadonlyArray<Pair>

/** The label of each check that the set has labels for. */
export const labels = {
  VagueWording: "vague",
  Slogan: "slogan",
  OrdinaryDuty: "duty",
  NoMeasure: "noMeasure",
  NoBaseline: "noBaseline",
  NoTime: "noDeadline",
  NoEvidence: "noVerification"
} as const satisfies Partial<Record<TextFinding["_tag"], string>>

/** What a check found rightly, wrongly, and what it missed. */
export interface Score {
  readonly check: string
  readonly right: ReadonlyArray<string>
  readonly wrong: ReadonlyArray<string>
  readonly missed: ReadonlyArray<string>
}

const scoreOf = (
  check: string,
  answers: ReadonlyArray<readonly [text: string, found: boolean, labelled: boolean]>
): Score => {
  const those = (found: boolean, labelled: boolean) =>
    answers.filter(([, f, l]) => f === found && l === labelled).map(([text]) => text)
  return { check, right: those(true, true), wrong: those(true, false), missed: those(false, true) }
}

const isCopied = ({ a, b }: Pair): boolean =>
  findCopies([{ id: "a", text: a }], [{ id: "b", text: b }], defaultCopyRules).length > 0

/** The score of every check on a part of the set. */
export const scoresOn = (part: Part): ReadonlyArray<Score> => {
  const { findingsIn } = compileWording(defaultWording)
  const sentences = sentencesOf(part).map(({ text, faults }) => ({
    text,
    faults,
    tags: new Set<string>(findingsIn(text).map(({ _tag }) => _tag))
  }))
  const wording = Object.entries(labels).map(([tag, label]) =>
    scoreOf(
      tag,
      sentences.map(({ text, faults, tags }) => [text, tags.has(tag), faults.includes(label)])
    )
  )
  const pairs = pairsOf(part).map((pair) => [`${pair.a} / ${pair.b}`, isCopied(pair), pair.kind] as const)
  const copies = scoreOf(
    "Copied",
    pairs.map(([text, found, kind]) => [text, found, kind === "copy"])
  )
  const reworded = pairs
    .filter(([, , kind]) => kind === "paraphrase")
    .map(([text, found]) => [text, found, true] as const)
  return [...wording, copies, scoreOf("Copied, of paraphrases", reworded)]
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${formatRounded(exactUnsafe(`${part * 100}/${whole}`), { mode: "halfExpand", digits: 0 })}%`

/** The table of the scores on a part of the set, in Markdown. */
export const scoreTable = (part: Part): string => {
  const rows = scoresOn(part).map(({ check, right, wrong, missed }) => {
    const counts = [right.length, wrong.length, missed.length]
    const precision = percent(right.length, right.length + wrong.length)
    return `| ${[check, ...counts, precision, percent(right.length, right.length + missed.length)].join(" | ")} |`
  })
  return [
    "| check | rightly found | wrongly found | missed | precision | recall |",
    "|---|---:|---:|---:|---:|---:|",
    ...rows
  ].join("\n")
}
