import { CalendarDate, Deadline, type Fault, Id, Text, type Unit } from "@zhengyou/core"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { listOf, Words } from "../internal/words.ts"
import { type InspectionProblem, InspectionRefused } from "./errors.ts"

/** A round of inspections on the spot (督导检查): between which days, and which units are visited. */
export const InspectionRound = Schema.Struct({
  id: Id,
  title: Text,
  from: CalendarDate,
  until: CalendarDate,
  units: Schema.NonEmptyArray(Id)
}).annotate({ identifier: "InspectionRound" })
export interface InspectionRound extends Schema.Schema.Type<typeof InspectionRound> {}

/** What an inspection asks to be done about a finding, by when, and since when it is done. */
export const FollowUp = Schema.Struct({
  owner: Id,
  deadline: Deadline,
  doneOn: Schema.optionalKey(CalendarDate)
}).annotate({ identifier: "FollowUp" })
export interface FollowUp extends Schema.Schema.Type<typeof FollowUp> {}

/** Something that an inspection found, of a pledge or of the unit as a whole. */
export const InspectionFinding = Schema.Struct({
  id: Id,
  pledge: Schema.optionalKey(Id),
  note: Words,
  followUp: Schema.optionalKey(FollowUp)
}).annotate({ identifier: "InspectionFinding" })
export interface InspectionFinding extends Schema.Schema.Type<typeof InspectionFinding> {}

/** A visit to a unit: when, by whom, and what was found; nothing found is a visit all the same. */
export const InspectionVisit = Schema.Struct({
  unit: Id,
  on: CalendarDate,
  by: Id,
  findings: listOf(InspectionFinding)
}).annotate({ identifier: "InspectionVisit" })
export interface InspectionVisit extends Schema.Schema.Type<typeof InspectionVisit> {}

/** A finding that is still to be followed up, and the unit that it was made in. */
export interface OpenFollowUp {
  readonly unit: Id
  readonly finding: Id
  readonly owner: Id
  readonly due: CalendarDate
}

/** How far a round has come: who has been visited and who has not, and what is still to be done, the overdue apart. */
export interface InspectionCoverage {
  readonly visited: ReadonlyArray<Id>
  readonly missing: ReadonlyArray<Id>
  readonly findings: number
  readonly open: ReadonlyArray<OpenFollowUp>
  readonly overdue: ReadonlyArray<OpenFollowUp>
}

type Faults = ReadonlyArray<Fault<InspectionProblem>>

const roundFaults = ({ from, until, units }: InspectionRound, known: ReadonlySet<string>): Faults => [
  ...(from <= until ? [] : [{ path: ["round", "until"], problem: { _tag: "RoundEndsFirst" as const, from, until } }]),
  ...units.flatMap((unit, i): Faults => {
    const path = ["round", "units", i]
    if (!known.has(unit)) return [{ path, problem: { _tag: "UnitNotOnRoster", unit } }]
    return units.indexOf(unit) < i ? [{ path, problem: { _tag: "UnitTwice", unit } }] : []
  })
]

const visitFaults = (round: InspectionRound, visits: ReadonlyArray<InspectionVisit>): Faults => {
  const seen = new Set<string>()
  const { from, until } = round
  return visits.flatMap(({ unit, on, by, findings }, i): Faults => {
    const path = ["visits", i]
    return [
      ...(round.units.includes(unit)
        ? []
        : [{ path: [...path, "unit"], problem: { _tag: "UnitNotInRound" as const, unit } }]),
      ...(from <= on && on <= until
        ? []
        : [{ path: [...path, "on"], problem: { _tag: "VisitOutsideRound" as const, unit, on, from, until } }]),
      ...(by === unit ? [{ path: [...path, "by"], problem: { _tag: "InspectsItself" as const, unit } }] : []),
      ...findings.flatMap(({ id }, j): Faults => {
        if (seen.has(id))
          return [{ path: [...path, "findings", j, "id"], problem: { _tag: "FindingTwice", finding: id } }]
        seen.add(id)
        return []
      })
    ]
  })
}

/**
 * Holds the visits of a round against its units on a day: who is still to be visited, and what is still to be done.
 *
 * **Refusals**
 *
 * `InspectionRefused` with every fault: a unit that is not on the roster or not in the round, a visit outside the round, a unit that inspects itself, a
 * finding whose id is taken.
 *
 * @example
 * ```ts
 * import { dateUnsafe as d, deadlineOf } from "@zhengyou/core"
 * import { inspectionCoverage } from "@zhengyou/pledges"
 * import { Result } from "effect"
 *
 * const round = { id: "2", title: "第二次督导检查", from: d("2011-09-05"), until: d("2011-09-16"), units: ["jwc", "kyc"] } as const
 * const deadline = deadlineOf([], d("2011-09-06"), { workingDays: 10, first: "next" })
 * const finding = { id: "f1", note: "承诺未上墙", followUp: { owner: "办公室", deadline } }
 * const visit = { unit: "jwc", on: d("2011-09-06"), by: "督导组", findings: [finding] }
 * const units = [{ id: "jwc", name: "教务处" }, { id: "kyc", name: "科研处" }]
 * const coverage = inspectionCoverage(round, units, [visit], d("2011-09-21"))
 * Result.map(coverage, ({ missing, overdue }) => [missing, overdue.length]) // => Result.succeed([["kyc"], 1])
 * ```
 */
export const inspectionCoverage = (
  round: InspectionRound,
  units: ReadonlyArray<Unit>,
  visits: ReadonlyArray<InspectionVisit>,
  today: CalendarDate
): Result.Result<InspectionCoverage, InspectionRefused> => {
  const faults = [...roundFaults(round, new Set(units.map(({ id }) => id))), ...visitFaults(round, visits)]
  if (faults.length > 0) return Result.fail(new InspectionRefused({ faults }))
  const made = visits.filter(({ on }) => on <= today)
  const done = new Set(made.map(({ unit }) => unit))
  const findings = made.flatMap(({ unit, findings: found }) => found.map((finding) => ({ unit, finding })))
  const open = findings.flatMap(({ unit, finding: { id, followUp } }) => {
    const isDone = followUp?.doneOn !== undefined && followUp.doneOn <= today
    return followUp === undefined || isDone
      ? []
      : [{ unit, finding: id, owner: followUp.owner, due: followUp.deadline.due }]
  })
  return Result.succeed({
    visited: round.units.filter((unit) => done.has(unit)),
    missing: round.units.filter((unit) => !done.has(unit)),
    findings: findings.length,
    open,
    overdue: open.filter(({ due }) => due < today)
  })
}
