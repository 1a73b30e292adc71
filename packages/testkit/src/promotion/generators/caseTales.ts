import { addDays, type CalendarDate } from "@zhengyou/core"
import type { CaseCommand, PromotionRules } from "@zhengyou/promotion"
import fc from "fast-check"
import type { CaseStep, CaseTale, PromotionMove } from "../PromotionLaw.ts"
import { movesFor } from "./moves.ts"

const people = fc.constantFrom("p1", "p2", "p3")

/** A command, so many days after the one before, with so many problems open. */
interface Telling {
  readonly command: (move: PromotionMove, today: CalendarDate) => CaseCommand
  readonly later: number
  /** How many problems are open then; as many as at first where this is left out. */
  readonly open?: number | undefined
}

const telling = (command: Telling["command"], later = 0, open?: number): Telling => ({ command, later, open })

const reassess =
  (by: string): Telling["command"] =>
  ({ candidate, to }, on) => ({
    _tag: "Reassess",
    assessment: { level: candidate.assessed ?? to, on, by },
    facts: candidate.facts
  })

const publish: Telling["command"] = (_, today) => ({ _tag: "PublishNotice", from: today, until: addDays(today, 2) })

const resolve =
  (by: string, upheld: boolean): Telling["command"] =>
  (_, today) => ({ _tag: "ResolveObjection", by, upheld, why: "x", until: addDays(today, 2) })

const oneOf = fc.tuple(people, fc.boolean()).chain(([by, upheld]) =>
  fc.constantFrom<ReadonlyArray<Telling["command"]>[number]>(
    () => ({ _tag: "ExamineApplication", by }),
    reassess(by),
    () => ({ _tag: "Decide", by }),
    publish,
    () => ({ _tag: "Object", by, why: "x" }),
    resolve(by, upheld),
    () => ({ _tag: "PutInForce" })
  )
)

const anything: fc.Arbitrary<ReadonlyArray<Telling>> = fc.array(
  fc
    .tuple(oneOf, fc.constantFrom(0, 0, 1, 3), fc.constantFrom(undefined, undefined, 1))
    .map(([command, later, open]) => telling(command, later, open)),
  { maxLength: 4 }
)

/** The way to a level in force, by people drawn by chance; some steps are refused. */
const wholeWay = fc
  .record({
    examiner: people,
    assessor: people,
    decider: people,
    wait: fc.constantFrom(3, 2),
    open: fc.constantFrom(undefined, 1)
  })
  .map(
    ({ examiner, assessor, decider, wait, open }): ReadonlyArray<Telling> => [
      telling(() => ({ _tag: "ExamineApplication", by: examiner })),
      telling(reassess(assessor)),
      telling(() => ({ _tag: "Decide", by: decider })),
      telling(publish),
      telling(() => ({ _tag: "PutInForce" }), wait, open)
    ]
  )

/**
 * Cases of promotion under given rules: a unit, and what its case is told from the application on; some of it is refused.
 */
export const caseTalesFor = (rules: PromotionRules): fc.Arbitrary<CaseTale> =>
  fc
    .record({
      move: movesFor(rules),
      way: wholeWay,
      at: fc.nat(5),
      between: fc.oneof(fc.constant([]), anything),
      after: anything
    })
    .map(({ move, way, at, between, after }) => {
      const { candidate, to } = move
      const apply = telling(() => ({ _tag: "Apply", to, by: "p4", statement: "" }))
      let today = move.today
      const steps = [apply, ...way.slice(0, at), ...between, ...way.slice(at), ...after]
      const told = steps.map(({ command, later, open = candidate.problems.open }): CaseStep => {
        today = addDays(today, later)
        return { command: command(move, today), today, open }
      })
      return { candidate, told }
    })
