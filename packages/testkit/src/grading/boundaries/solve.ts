import { exactUnsafe } from "@zhengyou/core"
import {
  allCriteria,
  type Criterion,
  type GradingInputs,
  type Mark,
  type RuleBook,
  type Sheet
} from "@zhengyou/grading"
import { add, divide, type Fraction, isLess, isSame, multiply, nought, subtract } from "../reference/fraction.ts"
import { worthOf } from "../reference/marks.ts"
import { roundOf, type Settled } from "./settle.ts"

const whole = (n: bigint): Mark => ({ n, d: 1n })

const upwards = (x: Fraction): bigint => (x.n + x.d - 1n) / x.d

/** Marks among which a criterion's best and worst ones are. */
const candidates = ({ maximum, scoring }: Criterion): ReadonlyArray<Mark> => {
  switch (scoring.kind) {
    case "points":
      return [whole(0n), maximum]
    case "outOf":
      return [whole(0n), scoring.of]
    case "deduct":
      return [whole(0n), whole(upwards(divide(maximum, scoring.each)))]
    case "count":
      return [whole(0n), whole(upwards(divide(maximum, scoring.each)))]
    case "place":
      return [whole(1n), whole(upwards(divide(exactUnsafe(1), scoring.step)) + 1n)]
    case "rate":
      return [whole(0n), ...scoring.steps.map(({ from }) => from)]
    case "anchors":
      return scoring.anchors.map(({ label }) => label)
    case "letters":
      return scoring.letters.map(({ label }) => label)
  }
}

/** A criterion's worst and best mark. */
export const endsOf = (criterion: Criterion): readonly [Mark, Mark] => {
  const sorted = candidates(criterion).toSorted((a, b) => {
    const [left, right] = [worthOf(criterion, a), worthOf(criterion, b)]
    return isLess(left, right) ? -1 : isLess(right, left) ? 1 : 0
  })
  return [sorted[0] ?? whole(0n), sorted.at(-1) ?? whole(0n)]
}

/** The mark that is worth a share of a criterion between its worst and its best, where marks can be anything between. */
const between = (criterion: Criterion, share: Fraction): Mark | undefined => {
  const { kind } = criterion.scoring
  const [low, high] = endsOf(criterion)
  if (
    (kind !== "points" && kind !== "outOf" && kind !== "deduct") ||
    typeof low === "string" ||
    typeof high === "string"
  )
    return undefined
  const mark = add(low, multiply(share, subtract(high, low)))
  return mark.d <= 10n ** 12n ? mark : undefined
}

/** The most raters that are made up. */
export const manyRaters = 200

/** How many raters a panel has where nothing else is asked. */
export const ratersNeeded = ({ minimumRaters, groups }: RuleBook["panels"][number]): number =>
  Math.min(manyRaters, Math.max(1, minimumRaters, groups?.length ?? 1))

/** Sheets on which all raters agree. */
export const agreeing = (
  book: RuleBook,
  unit: string,
  marks: ReadonlyMap<string, Mark>,
  raters: (panel: RuleBook["panels"][number]) => number = ratersNeeded
): ReadonlyArray<Sheet> =>
  book.panels.flatMap((panel) =>
    Array.from({ length: raters(panel) }, (_, r): Sheet => {
      const group = panel.groups?.[r % panel.groups.length]?.id
      return {
        unit,
        panel: panel.id,
        rater: `r${r + 1}`,
        ...(group === undefined ? {} : { group }),
        scores: Object.fromEntries(
          [...marks].filter(([id]) => panel.criteria === undefined || panel.criteria.includes(id))
        )
      }
    })
  )

/** What a round of one unit comes to in the figure that is asked for. */
export type Figure = (inputs: GradingInputs) => Fraction | undefined

/** The round of one unit whose raters agree on some marks. */
export const agreedRound = (
  book: RuleBook,
  settled: Settled,
  marks: ReadonlyMap<string, Mark>,
  id = "u1"
): GradingInputs => ({
  ...roundOf(book, settled, id),
  sheets: agreeing(book, id, marks)
})

/**
 * A round of one unit whose figure is exactly a target; nothing where none was found.
 *
 * **Details**
 *
 * The first so many criteria get full marks and the others none, as many as stay below the target; the next one's mark solves the
 * linear equation that is left. What comes of it is held against the book by the reference, roundings and all.
 */
export const solved = (
  book: RuleBook,
  settled: Settled,
  target: Fraction,
  figureOf: Figure,
  id = "u1"
): GradingInputs | undefined => {
  const criteria = allCriteria(book.criteria)
  const ends = criteria.map((criterion) => endsOf(criterion))
  // Criteria that take any mark come last, so that one of them is left for the equation.
  const order = criteria
    .map((_, at) => at)
    .toSorted((a, b) => Number(isAnyMark(criteria[a])) - Number(isAnyMark(criteria[b])))
  const marksWith = (full: number, lever?: Mark): ReadonlyMap<string, Mark> => {
    const isFull = new Set(order.slice(0, full))
    const marks = criteria.map((criterion, at): readonly [string, Mark] => {
      const [low, high] = ends[at] ?? [whole(0n), whole(0n)]
      return [criterion.id, lever !== undefined && at === order[full] ? lever : isFull.has(at) ? high : low]
    })
    return new Map(marks)
  }
  const roundWith = (full: number, lever?: Mark) => agreedRound(book, settled, marksWith(full, lever), id)
  const figureWith = (full: number) => figureOf(roundWith(full))
  const fits = (inputs: GradingInputs): GradingInputs | undefined => {
    const found = figureOf(inputs)
    return found !== undefined && isSame(found, target) ? inputs : undefined
  }
  let [low, high] = [0, criteria.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const there = figureWith(middle)
    if (there === undefined || isLess(target, there)) high = middle - 1
    else low = middle
  }
  // A figure that other criteria do not move is found by the one that does, wherever it stands.
  for (const full of [low, ...criteria.keys()]) {
    const [from, to] = [figureWith(full) ?? nought, figureWith(full + 1)]
    const exact = fits(roundWith(full))
    if (exact !== undefined) return exact
    const criterion = criteria[order[full] ?? -1]
    if (to === undefined || criterion === undefined || !isLess(from, to)) continue
    if (isLess(target, from) || isLess(to, target)) continue
    const mark = between(criterion, divide(subtract(target, from), subtract(to, from)))
    const found = mark === undefined ? undefined : fits(roundWith(full, mark))
    if (found !== undefined) return found
    if (full !== low) break
  }
  return undefined
}

const isAnyMark = (criterion: Criterion | undefined): boolean =>
  criterion !== undefined && ["points", "outOf", "deduct"].includes(criterion.scoring.kind)
