import { dividedByUnsafe, type Exact, type Id, levelRank, type Named, plus } from "@zhengyou/core"
import * as Result from "effect/Result"
import type { GradingInputs } from "../../GradingInputs.ts"
import { levelNamed } from "../../internal/named.ts"
import type { Outcomes } from "../../internal/outcomesOf.ts"
import { outcomesOf } from "../../internal/outcomesOf.ts"
import type { Quota } from "../../Quota.ts"
import type { Finding, FindingProblem } from "../Finding.ts"
import { sameWithout } from "./gateFindings.ts"
import { plainProfile, topOf } from "./profiles.ts"
import {
  areTogether,
  isAll,
  isNeverFewer,
  isNone,
  leavesAtMost,
  overfillsAlways,
  seatsAmong,
  smallestRound
} from "./quotaMath.ts"
import type { Study } from "./Study.ts"
import { inputsOf, shownBy, uniformly, withParts } from "./witness.ts"

/** A quota with its place and what is needed to speak of it. */
export interface At {
  readonly quota: Quota
  readonly i: number
  readonly about: { readonly kind: Quota["kind"]; readonly level: Named }
}

/** The shares of all maxima that are tried for a level: where its band begins, and halfway to the next. */
const sharesTried = ({ book }: Study): ReadonlyArray<Exact> => {
  const top = topOf(book)
  const half = (a: Exact, b: Exact) => dividedByUnsafe(plus(a, b), { n: 2n, d: 1n })
  return book.bands.flatMap(({ from }, i) =>
    [from, half(from, book.bands[i - 1]?.from ?? top), book.bands[i - 1]?.from ?? top].map((total) =>
      dividedByUnsafe(total, top)
    )
  )
}

/** For each level, a share of all maxima that gives a unit this level before quotas. */
export const sharesByLevel = (study: Study): ReadonlyMap<Id, Exact> => {
  const { book, types } = study
  const shares = sharesTried(study)
  const profiles = shares.map((share, i) => plainProfile(study, `u${i + 1}`, types[0], uniformly(share)))
  const graded = outcomesOf(withParts(book, { quotas: [] }), inputsOf(book, profiles))
  const byLevel = new Map<Id, Exact>()
  if (Result.isFailure(graded)) return byLevel
  for (const [i, outcome] of graded.success.outcomes.entries()) {
    const share = shares[i]
    if (outcome._tag === "Graded" && share !== undefined && !byLevel.has(outcome.level))
      byLevel.set(outcome.level, share)
  }
  return byLevel
}

type Shares = ReadonlyMap<Id, Exact>

/** A share that makes a unit a candidate: on a cap's level, or above a floor's. */
export const candidateShare = ({ book }: Study, { kind, level }: Quota, shares: Shares): Exact | undefined => {
  if (kind === "cap") return shares.get(level)
  const above = book.ladder.slice(0, levelRank(book.ladder, level))
  return above.map(({ id }) => shares.get(id)).find((share) => share !== undefined)
}

const alike = (study: Study, units: number, share: Exact): GradingInputs =>
  inputsOf(
    study.book,
    Array.from({ length: units }, (_, i) => plainProfile(study, `u${i + 1}`, study.types[0], uniformly(share)))
  )

const isPushed = ({ outcomes }: Outcomes, kind: Quota["kind"]): boolean =>
  outcomes.some(({ reasons }) => reasons.some((reason) => reason._tag === "QuotaPushed" && reason.kind === kind))

const leavesNobody = (study: Study, { quota, i, about }: At, shares: Shares): ReadonlyArray<Finding> => {
  const { kind, seats, force } = quota
  const share = candidateShare(study, quota, shares)
  const isEmpty = kind === "cap" ? isNone(seats) : isAll(seats)
  if (!isEmpty || force === "soft" || share === undefined) return []
  return shownBy(
    study.book,
    ["quotas", i, "seats"],
    { _tag: "QuotaLeavesNobody", ...about },
    alike(study, 1, share),
    (grading) => isPushed(grading, kind)
  )
}

const idle = (study: Study, { quota, i, about }: At, shares: Shares): ReadonlyArray<Finding> => {
  const { kind, seats } = quota
  const share = candidateShare(study, quota, shares)
  if (!(kind === "cap" ? isAll(seats) : isNone(seats)) || share === undefined) return []
  const inputs = alike(study, 3, share)
  const quotas = study.book.quotas.filter((other) => other !== quota)
  return shownBy(
    study.book,
    ["quotas", i, "seats"],
    { _tag: "QuotaIdle", ...about },
    inputs,
    (grading) => sameWithout(study.book, { quotas }, inputs, grading) !== undefined
  )
}

/** Whether a quota that binds sees to it that another one is met. */
const covers = ({ book }: Study, by: Quota, of: Quota): boolean => {
  // Only where all tied units fall is a floor always met.
  if (by.kind !== "floor" || by.ties !== "exclude" || !areTogether(by, of)) return false
  const [high, low] = [levelRank(book.ladder, of.level), levelRank(book.ladder, by.level)]
  return of.kind === "floor"
    ? low > high && isNeverFewer(by.seats, of.seats)
    : low > high && leavesAtMost(by.seats, of.seats)
}

const shadowed = (
  study: Study,
  { quota, i, about }: At,
  all: ReadonlyArray<At>,
  shares: Shares
): ReadonlyArray<Finding> => {
  const { book } = study
  const by = isNone(quota.seats) ? undefined : all.find((other) => covers(study, other.quota, quota))
  const share = candidateShare(study, quota, shares)
  if (by === undefined || share === undefined) return []
  const units = smallestRound((n) => n >= 5 && seatsAmong(by.quota.seats, n) < n) ?? 5
  const inputs = alike(study, units, share)
  const quotas = book.quotas.filter((other) => other !== quota)
  return shownBy(
    book,
    ["quotas", i],
    { _tag: "QuotaShadowed", ...about, by: by.about },
    inputs,
    (grading) => isPushed(grading, by.quota.kind) && sameWithout(book, { quotas }, inputs, grading) !== undefined
  )
}

/** Units with different totals on one level, as far as its band and the marks allow. */
const unlike = (study: Study, units: number, share: Exact): GradingInputs => {
  const step = (i: number): Exact => ({ n: BigInt(100_000 - i), d: 100_000n })
  const shareAt = (i: number): Exact =>
    share.n === share.d ? step(i) : plus(share, { n: BigInt(units - i), d: 100_000n })
  return inputsOf(
    study.book,
    Array.from({ length: units }, (_, i) => plainProfile(study, `u${i + 1}`, study.types[0], uniformly(shareAt(i))))
  )
}

/** Whether a floor and then a cap take the same unit down. */
const isPushedTwice = ({ outcomes }: Outcomes): boolean =>
  outcomes.some(({ reasons }) => {
    const pushes = reasons.flatMap((reason) => (reason._tag === "QuotaPushed" ? [reason.kind] : []))
    return pushes.includes("floor") && pushes.includes("cap")
  })

const overfills = (study: Study, floor: At, all: ReadonlyArray<At>, shares: Shares): ReadonlyArray<Finding> => {
  const { book } = study
  if (floor.quota.kind !== "floor") return []
  const share = candidateShare(study, floor.quota, shares)
  const cap = all.find(
    ({ quota }) => quota.kind === "cap" && quota.level === floor.quota.level && areTogether(quota, floor.quota)
  )
  if (cap === undefined || share === undefined || isNone(cap.quota.seats)) return []
  if (!overfillsAlways(floor.quota.seats, cap.quota.seats)) return []
  const seats = (of: At, units: number) => Math.min(units, seatsAmong(of.quota.seats, units))
  const units = smallestRound((n) => seats(floor, n) > seats(cap, n))
  if (units === undefined) return []
  return [unlike, alike]
    .flatMap((made) =>
      shownBy(
        book,
        ["quotas", floor.i],
        {
          _tag: "FloorOverfillsCap",
          level: floor.about.level,
          units,
          floor: seats(floor, units),
          cap: seats(cap, units)
        },
        made(study, units, share),
        isPushedTwice
      )
    )
    .slice(0, 1)
}

const tieTags = {
  undetermined: "TiesLeftOpen",
  lots: "LotsNeedSeed",
  include: "TiesExceedQuota",
  exclude: undefined
} as const

const isTied = (grading: Outcomes, { quota }: At): boolean =>
  quota.ties === "include"
    ? grading.quotas.some(({ kind, level, isMet }) => kind === quota.kind && level === quota.level && !isMet)
    : grading.outcomes.some(({ reasons }) => reasons.some((reason) => reason._tag === "TiedAtQuota"))

const ties = (study: Study, at: At, shares: Shares): ReadonlyArray<Finding> => {
  const { quota, i, about } = at
  const tag = tieTags[quota.ties]
  const share = candidateShare(study, quota, shares)
  if (tag === undefined || quota.force === "soft" || share === undefined) return []
  const units = smallestRound((n) => {
    const seats = seatsAmong(quota.seats, n)
    const keep = quota.kind === "cap" ? seats : n - seats
    return keep >= 1 && keep < n
  })
  const problem: FindingProblem = { _tag: tag, ...about }
  return units === undefined
    ? []
    : shownBy(study.book, ["quotas", i, "ties"], problem, alike(study, units, share), (grading) => isTied(grading, at))
}

/** The quotas of a book with their places. */
export const quotasAt = ({ book }: Study): ReadonlyArray<At> =>
  book.quotas.map((quota, i) => ({
    quota,
    i,
    about: { kind: quota.kind, level: levelNamed(book.ladder, quota.level) }
  }))

/** What is unwise about the quotas, whoever is graded. */
export const quotaFindings = (study: Study, shares: Shares): ReadonlyArray<Finding> => {
  const all = quotasAt(study)
  return all.flatMap((at) => {
    const own = [...leavesNobody(study, at, shares), ...idle(study, at, shares)]
    const found = own.length > 0 ? own : shadowed(study, at, all, shares)
    return [...found, ...overfills(study, at, all, shares), ...ties(study, at, shares)]
  })
}
