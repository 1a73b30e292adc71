import type { Fault, Id } from "@zhengyou/core"
import type { BallotProblem } from "../errors.ts"

/** What is wrong with a poll, with tokens or with votes. */
export type Faults = ReadonlyArray<Fault<BallotProblem>>

/** Ids that stand twice. */
export const doubled = (ids: ReadonlyArray<string>, path: (index: number) => Fault<BallotProblem>["path"]): Faults => {
  const seen = new Set<string>()
  return ids.flatMap((id, i): Faults => {
    const again = seen.has(id)
    seen.add(id)
    return again ? [{ path: path(i), problem: { _tag: "Doubled" } }] : []
  })
}

/** An id that the poll does not have. */
export const notInPoll = (path: Fault<BallotProblem>["path"], found: string, known: ReadonlyArray<Id>): Faults =>
  known.includes(found) ? [] : [{ path, problem: { _tag: "NotInPoll", found, known } }]

/** The ids of groups or questions. */
export const idsOf = (named: ReadonlyArray<{ readonly id: Id }>): ReadonlyArray<Id> => named.map(({ id }) => id)
