import { compareExact, Exact, formatExact, Id, isAtLeast, minus, one, parseExact, times, zero } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { NonNegative, Positive } from "./internal/numbers.ts"

/** What a rater writes for one criterion: a number, or the label of an anchor or a letter. */
export const Mark = Schema.Union([Exact, Id]).annotate({ identifier: "Mark", expected: "a number or a label" })
export type Mark = typeof Mark.Type

const Points = Schema.Struct({ kind: Schema.Literal("points") })

/** 扣分制: the mark counts faults; each takes `each` points from the maximum, down to `floor`. */
const Deduct = Schema.Struct({
  kind: Schema.Literal("deduct"),
  each: Positive.pipe(Schema.withDecodingDefaultKey(Effect.succeed("1"))),
  floor: NonNegative.pipe(Schema.withDecodingDefaultKey(Effect.succeed("0")))
})

/** 分档计分: the mark is the label of an anchor, worth its points. */
const Anchors = Schema.Struct({
  kind: Schema.Literal("anchors"),
  anchors: Schema.NonEmptyArray(Schema.Struct({ label: Id, points: NonNegative }))
})

/** 等次折算: the mark is a letter, worth a share of the maximum. */
const Letters = Schema.Struct({
  kind: Schema.Literal("letters"),
  letters: Schema.NonEmptyArray(Schema.Struct({ label: Id, share: NonNegative }))
})

/** 计次计分: the mark counts deeds, worth `each` points up to the maximum, or without end where `capped` is false. */
const Count = Schema.Struct({ kind: Schema.Literal("count"), each: Positive, capped: Schema.Boolean })

/** 名次计分: the mark is a place; the first has the maximum, each lower place `step` of it less, down to nought. */
const Place = Schema.Struct({ kind: Schema.Literal("place"), step: Positive })

/** 比率分档: the mark is a rate; it has the points of the first step that it reaches, or `below`. Steps stand highest first. */
const Rate = Schema.Struct({
  kind: Schema.Literal("rate"),
  steps: Schema.NonEmptyArray(Schema.Struct({ from: NonNegative, points: NonNegative })),
  below: NonNegative
})

/** 百分制折算: the mark is out of `of`, and counts as that share of the maximum. */
const OutOf = Schema.Struct({ kind: Schema.Literal("outOf"), of: Positive })

/**
 * How a mark becomes a score of a criterion (计分方式).
 *
 * **Details**
 *
 * `points`: the mark is the score. `deduct`: "缺一次会议记录扣 0.5 分，扣完为止". `anchors`: "每季度一次 5 分，半年一次 2 分，不召开 0 分".
 * `letters`: "A 100 %、B 60 %、C 40 %、D 0". `count`: "组织一次活动 5 分". `place`: "第一名满分，每低一名减 2 %". `rate`: "优秀得票率 90 %
 * 以上 200 分，80 % 以上 190 分". `outOf`: five dimensions that are each marked out of 100 and weigh 20.
 */
export const Scoring = Schema.Union([Points, Deduct, Anchors, Letters, Count, Place, Rate, OutOf]).annotate({
  identifier: "Scoring",
  expected: "{kind: points | deduct | anchors | letters | count | place | rate | outOf, …}"
})
export type Scoring = typeof Scoring.Type

/** The marks that a criterion allows: numbers from `from` to `to`, whole ones only where it says so, or labels. */
export const AllowedMarks = Schema.TaggedUnion({
  Numbers: { from: Exact, to: Schema.optionalKey(Exact), whole: Schema.Boolean },
  Labels: { labels: Schema.Array(Id) }
})
export type AllowedMarks = typeof AllowedMarks.Type

interface Scored {
  readonly maximum: Exact
  readonly scoring: Scoring
}

const numbers = (from: Exact, to: Exact | undefined, whole: boolean): AllowedMarks => ({
  _tag: "Numbers",
  from,
  whole,
  ...(to === undefined ? {} : { to })
})

/** The marks that a criterion allows. */
export const allowedMarks = ({ maximum, scoring }: Scored): AllowedMarks => {
  switch (scoring.kind) {
    case "points":
      return numbers(zero, maximum, false)
    case "deduct":
      return numbers(zero, undefined, false)
    case "anchors":
      return { _tag: "Labels", labels: scoring.anchors.map((anchor) => anchor.label) }
    case "letters":
      return { _tag: "Labels", labels: scoring.letters.map((letter) => letter.label) }
    case "count":
      return numbers(zero, undefined, true)
    case "place":
      return numbers(one, undefined, true)
    case "rate":
      return numbers(zero, undefined, false)
    case "outOf":
      return numbers(zero, scoring.of, false)
  }
}

/** A label that looks like a number is read as one, so it is known by its value: "05" and "5" are the same label. */
export const canonicalLabel = (label: string): string => {
  // Most labels are words, and refusing each of them as a number would take longer than all other work on a sheet.
  if (!/^[+\-./\d]+$/.test(label)) return label
  const read = parseExact(label)
  return Result.isSuccess(read) ? formatExact(read.success) : label
}

const isLabel = (label: string, mark: Mark): boolean =>
  canonicalLabel(label) === (typeof mark === "string" ? canonicalLabel(mark) : formatExact(mark))

/** Whether a criterion allows a mark. */
export const isAllowed = (criterion: Scored, mark: Mark): boolean => {
  const allowed = allowedMarks(criterion)
  if (allowed._tag === "Labels") return allowed.labels.some((label) => isLabel(label, mark))
  if (typeof mark === "string" || (allowed.whole && mark.d !== 1n)) return false
  return isAtLeast(mark, allowed.from) && (allowed.to === undefined || compareExact(mark, allowed.to) <= 0)
}

const atLeast = (x: Exact, floor: Exact): Exact => (compareExact(x, floor) < 0 ? floor : x)

const scoreOfNumber = ({ maximum, scoring }: Scored, mark: Exact): Exact => {
  switch (scoring.kind) {
    case "deduct":
      return atLeast(minus(maximum, times(scoring.each, mark)), scoring.floor)
    case "count": {
      const points = times(scoring.each, mark)
      return scoring.capped && compareExact(points, maximum) > 0 ? maximum : points
    }
    case "place":
      return atLeast(times(maximum, minus(one, times(scoring.step, minus(mark, one)))), zero)
    case "rate":
      return scoring.steps.find((step) => isAtLeast(mark, step.from))?.points ?? scoring.below
    case "outOf":
      return times(maximum, { n: mark.n * scoring.of.d, d: mark.d * scoring.of.n })
    default:
      return mark
  }
}

/**
 * The score that a mark is worth; nothing for a mark that the criterion does not allow.
 *
 * @example
 * ```ts
 * import { exactUnsafe, formatExact } from "@zhengyou/core"
 * import { scoreOf } from "@zhengyou/grading"
 *
 * const minutes = {
 *   maximum: exactUnsafe(5),
 *   scoring: { kind: "deduct", each: exactUnsafe("0.5"), floor: exactUnsafe(0) }
 * } as const
 * const score = scoreOf(minutes, exactUnsafe(3))
 * score === undefined ? "" : formatExact(score) // => "3.5"
 * ```
 */
export const scoreOf = (criterion: Scored, mark: Mark): Exact | undefined => {
  if (!isAllowed(criterion, mark)) return undefined
  const { maximum, scoring } = criterion
  if (scoring.kind === "anchors") return scoring.anchors.find((anchor) => isLabel(anchor.label, mark))?.points
  if (scoring.kind === "letters") {
    const share = scoring.letters.find((letter) => isLabel(letter.label, mark))?.share
    return share === undefined ? undefined : times(maximum, share)
  }
  return typeof mark === "string" ? undefined : scoreOfNumber(criterion, mark)
}
