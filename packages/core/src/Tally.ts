import * as Schema from "effect/Schema"
import type { Ballot } from "./Ballot.ts"
import { Id } from "./Ladder.ts"

/** How many ballots of a group came in about a subject (收回票数), blank ones included. */
export const ReturnedCount = Schema.Struct({ subject: Id, group: Id, ballots: Schema.Natural }).annotate({
  identifier: "ReturnedCount"
})
export interface ReturnedCount extends Schema.Schema.Type<typeof ReturnedCount> {}

/** How many ballots of a group made a choice in a question about a subject (得票数). */
export const ChoiceCount = Schema.Struct({
  subject: Id,
  group: Id,
  question: Id,
  choice: Id,
  ballots: Schema.Natural
}).annotate({ identifier: "ChoiceCount" })
export interface ChoiceCount extends Schema.Schema.Type<typeof ChoiceCount> {}

/**
 * Ballots counted (计票): how many came in, and how they chose.
 *
 * **Details**
 *
 * In the order of the ids, without counts of nought, so that equal tallies are equal data. Tallies of separate ballots add
 * up: {@link mergeTallies} is associative and commutative, and {@link emptyTally} changes nothing.
 */
export const Tally = Schema.Struct({
  returned: Schema.Array(ReturnedCount),
  choices: Schema.Array(ChoiceCount)
}).annotate({ identifier: "Tally" })
export interface Tally extends Schema.Schema.Type<typeof Tally> {}

/** The tally of no ballots. */
export const emptyTally: Tally = { returned: [], choices: [] }

interface Count {
  readonly subject: string
  readonly group: string
  readonly question?: string
  readonly choice?: string
  readonly ballots: number
}

const fields = ["subject", "group", "question", "choice"] as const

const byIds = (a: Count, b: Count): number => {
  for (const field of fields) {
    const [x, y] = [a[field] ?? "", b[field] ?? ""]
    if (x !== y) return x < y ? -1 : 1
  }
  return 0
}

/** Adds the counts of the same ids; only the sums are sorted, which are few. */
const added = <C extends Count>(counts: Iterable<C>): ReadonlyArray<C> => {
  const sums = new Map<string, { readonly of: C; ballots: number }>()
  for (const count of counts) {
    const { subject, group, question, choice, ballots } = count
    // Ids have no control characters, so no two lists of ids make one key.
    const key = `${subject}\n${group}\n${question}\n${choice}`
    const sum = sums.get(key)
    if (sum === undefined) sums.set(key, { of: count, ballots })
    else sum.ballots += ballots
  }
  return Array.from(sums.values(), (sum): C => ({ ...sum.of, ballots: sum.ballots }))
    .filter(({ ballots }) => ballots > 0)
    .toSorted(byIds)
}

/**
 * Counts added up, whatever their order.
 *
 * @example
 * ```ts
 * import { mergeTallies, tallyOf } from "@zhengyou/core"
 *
 * const staff = tallyOf("staff", [{ subject: "z01", answers: { overall: "satisfied" } }])
 * mergeTallies(staff, staff).choices // => [{ subject: "z01", group: "staff", question: "overall", choice: "satisfied", ballots: 2 }]
 * ```
 */
export const mergeTallies = (...tallies: ReadonlyArray<Tally>): Tally => ({
  returned: added(tallies.flatMap((tally) => tally.returned)),
  choices: added(tallies.flatMap((tally) => tally.choices))
})

/** The tally of ballots of one group. */
export const tallyOf = (group: Id, ballots: ReadonlyArray<Ballot>): Tally => ({
  returned: added(ballots.map(({ subject }) => ({ subject, group, ballots: 1 }))),
  choices: added(
    ballots.flatMap(({ subject, answers }) =>
      Object.entries(answers).map(([question, choice]) => ({ subject, group, question, choice, ballots: 1 }))
    )
  )
})
