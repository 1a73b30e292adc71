import {
  compareExact,
  dividedByUnsafe,
  type Exact,
  isSameExact,
  minus,
  one,
  plus,
  round,
  times,
  zero
} from "@zhengyou/core"
import { allCriteria, type Criterion } from "../Criterion.ts"
import { named } from "../internal/named.ts"
import { resultOf } from "../Outcome.ts"
import type { Panel } from "../Panel.ts"
import { allowedMarks, type Mark, scoreOf } from "../Scoring.ts"
import { markOn, type Sheet } from "../Sheet.ts"
import { comesTo, type Fragile } from "./Fragile.ts"
import { changesOf, firstDifferent } from "./flips.ts"
import { gateBounds } from "./lift.ts"
import type { Trial } from "./trial.ts"

type MarkFlips = Extract<Fragile, { readonly _tag: "MarkFlips" }>

/** The most steps that a mark is moved: marks without an upper end, such as counts, have to stop somewhere. */
const mostSteps = 10_000

const size = (x: Exact): Exact => (x.n < 0n ? { n: -x.n, d: x.d } : x)

const whole = (x: Exact): number => Number(round(x, { mode: "floor", digits: 0 }).n)

/** The marks that a mark can be moved to, nearest first, in one direction. */
interface Path {
  readonly length: number
  readonly at: (step: number) => Mark
}

const pathsOf = (criterion: Criterion, mark: Mark, step: Exact): ReadonlyArray<Path> => {
  const allowed = allowedMarks(criterion)
  if (allowed._tag === "Labels") {
    const score = (label: Mark) => scoreOf(criterion, label) ?? zero
    const distance = (label: string) => size(minus(score(label), score(mark)))
    const others = allowed.labels
      .filter((label) => scoreOf(criterion, mark) !== undefined && !isSameExact(score(label), score(mark)))
      .toSorted((a, b) => compareExact(distance(a), distance(b)))
    const isUp = (label: string) => compareExact(score(label), score(mark)) > 0
    return [others.filter(isUp), others.filter((label) => !isUp(label))].map((labels) => ({
      length: labels.length,
      at: (i) => labels[i - 1] ?? mark
    }))
  }
  if (typeof mark === "string") return []
  const by = allowed.whole ? one : step
  const roomUp = allowed.to === undefined ? mostSteps : whole(dividedByUnsafe(minus(allowed.to, mark), by))
  const roomDown = whole(dividedByUnsafe(minus(mark, allowed.from), by))
  const moved = (steps: bigint): Exact => plus(mark, times(by, { n: steps, d: 1n }))
  return [
    { length: Math.min(roomUp, mostSteps), at: (i) => moved(BigInt(i)) },
    { length: Math.min(roomDown, mostSteps), at: (i) => moved(-BigInt(i)) }
  ]
}

/** The steps at which the sheet becomes void, or stops being so: the void one and the one after it. */
const voidTurns = (
  trial: Trial,
  panel: Panel,
  sheet: Sheet,
  criterion: Criterion,
  path: Path
): ReadonlyArray<number> => {
  if ((panel.voids ?? []).length === 0) return []
  const share = (of: Criterion, mark: Mark | undefined): Exact | undefined => {
    const score = mark === undefined ? undefined : scoreOf(of, mark)
    return score === undefined ? undefined : dividedByUnsafe(score, of.maximum)
  }
  const others = allCriteria(trial.book.criteria).flatMap((other) =>
    other.id === criterion.id ? [] : (share(other, markOn(sheet, other.id)) ?? [])
  )
  return others.flatMap((other) => {
    const side = (at: number) => compareExact(share(criterion, path.at(at)) ?? zero, other)
    return changesOf(1, path.length, side)
  })
}

/** The steps at which a score that a gate asks for reaches or passes the number it is compared with. */
const gateTurns = (
  trial: Trial,
  path: Path,
  given: (mark: Mark) => ReturnType<Trial["stand"]>
): ReadonlyArray<number> =>
  gateBounds(trial).flatMap(({ fact, bound }) => {
    const side = (at: number): number => {
      const { standing } = given(path.at(at))
      const found = standing._tag === "Placed" ? standing.lookup(fact) : undefined
      return found?._tag === "Number" ? compareExact(found.value, bound) : 2
    }
    return changesOf(1, path.length, side)
  })

const flipsOfMark = (
  trial: Trial,
  step: Exact,
  sheet: Sheet,
  panel: Panel,
  criterion: Criterion,
  mark: Mark
): ReadonlyArray<MarkFlips> => {
  const { given, now } = trial
  const stand = (to: Mark) => {
    const changed = { ...sheet, scores: { ...sheet.scores, [criterion.id]: to } }
    return trial.stand({ ...given, sheets: given.sheets.map((own) => (own === sheet ? changed : own)) })
  }
  return pathsOf(criterion, mark, step).flatMap((path): ReadonlyArray<MarkFlips> => {
    if (path.length === 0) return []
    const differs = (at: number) => resultOf(trial.outcome(stand(path.at(at)))) !== resultOf(now)
    const turns = [...voidTurns(trial, panel, sheet, criterion, path), ...gateTurns(trial, path, stand)]
    const found = firstDifferent(path.length, turns, differs)
    if (found === undefined) return []
    const to = path.at(found)
    const [before, after] = [scoreOf(criterion, mark) ?? zero, scoreOf(criterion, to) ?? zero]
    return [
      {
        _tag: "MarkFlips",
        panel: named(panel),
        rater: sheet.rater,
        criterion: named(criterion),
        from: mark,
        to,
        by: minus(after, before),
        result: comesTo(trial.book.ladder, trial.outcome(stand(to)))
      }
    ]
  })
}

/** The nearest other marks, one at a time, with which a unit comes out differently: smallest difference of the score first. */
export const markFlips = (trial: Trial, step: Exact): ReadonlyArray<MarkFlips> => {
  const criteria = allCriteria(trial.book.criteria)
  const all = trial.given.sheets.flatMap((sheet) => {
    const panel = trial.book.panels.find(({ id }) => id === sheet.panel)
    if (panel === undefined) return []
    return criteria.flatMap((criterion) => {
      const mark = markOn(sheet, criterion.id)
      return mark === undefined ? [] : flipsOfMark(trial, step, sheet, panel, criterion, mark)
    })
  })
  return all.toSorted((a, b) => compareExact(size(a.by), size(b.by)))
}
