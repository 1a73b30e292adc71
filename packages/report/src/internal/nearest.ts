import { compareExact, type Exact, minus } from "@zhengyou/core"
import type { Outcome, Total } from "@zhengyou/grading"

/** An outcome with a total. */
export type Totalled = Extract<Outcome, { readonly total?: unknown }> & { readonly total: Total }

/** The units on one side of a threshold that are nearest to it, all with the same total, and how far off they are. */
export interface Near {
  readonly units: ReadonlyArray<Totalled>
  readonly gap: Exact
}

/** The outcomes that have a total, lowest first. */
export const totalled = (outcomes: ReadonlyArray<Outcome>): ReadonlyArray<Totalled> =>
  outcomes
    .flatMap((outcome) =>
      "total" in outcome && outcome.total !== undefined ? [{ ...outcome, total: outcome.total }] : []
    )
    .toSorted((a, b) => compareExact(a.total.decided, b.total.decided))

const sameAs = (ascending: ReadonlyArray<Totalled>, one: Totalled | undefined, bound: Exact): Near | undefined =>
  one && {
    units: ascending.filter(({ total }) => compareExact(total.decided, one.total.decided) === 0),
    gap: minus(one.total.decided, bound)
  }

/** Who is nearest to a threshold: those that just reach it, and those that just do not. */
export const nearestTo = (
  ascending: ReadonlyArray<Totalled>,
  bound: Exact
): { readonly above: Near | undefined; readonly below: Near | undefined } => {
  const reaches = ({ total }: Totalled) => compareExact(total.decided, bound) >= 0
  return {
    above: sameAs(ascending, ascending.find(reaches), bound),
    below: sameAs(
      ascending,
      ascending.findLast((one) => !reaches(one)),
      bound
    )
  }
}
