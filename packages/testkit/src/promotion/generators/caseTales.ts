import { addDays, type CalendarDate } from "@zhengyou/core"
import type { CaseCommand, PromotionRules } from "@zhengyou/promotion"
import fc from "fast-check"
import { present } from "../../internal/present.ts"
import type { CaseStep, CaseTale, PromotionMove } from "../PromotionLaw.ts"
import { promisingMovesFor } from "./moves.ts"

const people = fc.constantFrom("p1", "p2", "p3", "p4")

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

const force = (wait: number, open: number | undefined) => telling(() => ({ _tag: "PutInForce" }), wait, open)

/** Assessed, decided and published, by people drawn by chance. */
const toNotice = fc
  .record({ assessor: people, decider: people })
  .map(
    ({ assessor, decider }): ReadonlyArray<Telling> => [
      telling(reassess(assessor)),
      telling(() => ({ _tag: "Decide", by: decider })),
      telling(publish)
    ]
  )

/** An objection during the notice, and what comes of it. */
const objection = fc
  .record({ by: people, resolver: people, upheld: fc.boolean(), again: toNotice })
  .map(
    ({ by, resolver, upheld, again }): ReadonlyArray<Telling> => [
      telling(() => ({ _tag: "Object", by, why: "x" }), 1),
      telling(resolve(resolver, upheld)),
      ...(upheld ? again : [])
    ]
  )

/** The way to a level in force, with an objection or without; some steps are refused, and one may be left out. */
const wholeWay = fc
  .record({
    examiner: people,
    first: toNotice,
    objection: fc.oneof(fc.constant([]), objection),
    wait: fc.constantFrom(3, 2),
    open: fc.constantFrom(undefined, undefined, 1),
    without: fc.nat(15)
  })
  .map(({ examiner, first, objection: detour, wait, open, without }) =>
    [telling(() => ({ _tag: "ExamineApplication", by: examiner })), ...first, ...detour, force(wait, open)].filter(
      (_, i) => i !== without
    )
  )

/** The application; in every other case with the assessment that gave the present level. */
const applying = fc.tuple(fc.constantFrom("p5", "p5", "p1"), fc.boolean()).map(([by, isKept]) =>
  telling(({ candidate, to }, on) => {
    const { level } = candidate.record
    const first = isKept && level !== undefined ? { level, on, by: "p4" } : undefined
    return { _tag: "Apply", to, by, statement: "", ...present("first", first) }
  })
)

/**
 * Cases of promotion under given rules: a unit, and what its case is told from the application on; some of it is refused.
 */
export const caseTalesFor = (rules: PromotionRules): fc.Arbitrary<CaseTale> =>
  fc
    .record({
      move: promisingMovesFor(rules),
      // What the second assessment finds out, which may differ from what was known.
      found: promisingMovesFor(rules).map(({ candidate }) => candidate.facts),
      apply: applying,
      way: wholeWay,
      at: fc.nat(8),
      between: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: anything }),
      after: anything
    })
    .map(({ move, found, apply, way, at, between, after }) => {
      const { candidate } = move
      const assessed = { ...move, candidate: { ...candidate, facts: found } }
      let today = move.today
      const steps = [apply, ...way.slice(0, at), ...between, ...way.slice(at), ...after]
      const told = steps.map(({ command, later, open = candidate.problems.open }): CaseStep => {
        today = addDays(today, later)
        return { command: command(assessed, today), today, open }
      })
      return { candidate, told }
    })
