import type { CalendarDate, Id } from "@zhengyou/core"
import * as Result from "effect/Result"
import { LevelChangedSince } from "../cases/errors.ts"
import { movementsBetween } from "../closure/reconcile.ts"
import { levelNamed } from "../internal/ids.ts"
import { entriesOf, type LedgerEntry } from "../ledger/LedgerState.ts"
import { LevelRegister } from "../levels/LevelRegister.ts"
import type { RegisterCommand } from "../levels/RegisterCommand.ts"
import { enrolledOf, levelRecordOn } from "../levels/RegisterState.ts"
import { type Examination, examine } from "../rules/examine.ts"
import type { PromotionRules } from "../rules/PromotionRules.ts"
import { targetsReached } from "../rules/targets.ts"
import { applicationFaults, reversed } from "./applicationFaults.ts"
import { PromotionInputsRefused } from "./errors.ts"
import type { Application, DecisionOutcome, PromotionDecision, PromotionInputs, PromotionRound } from "./Round.ts"

type Faults = PromotionInputsRefused["faults"]

/** Something that happens on a day; what has the lower order on the same day comes first. */
interface Step {
  readonly day: CalendarDate
  readonly order: "0 unit" | "1 level" | "2 application" | "3 decision" | "4 force"
  readonly take: () => void
}

const byDay = (a: Step, b: Step): number => {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  return a.order === b.order ? 0 : a.order < b.order ? -1 : 1
}

const isUnknown = ({ against }: Examination): boolean =>
  against.length > 0 && against.every(({ _tag }) => _tag === "NotKnown")

const grouped = <A extends { readonly unit: Id }>(list: ReadonlyArray<A>): ReadonlyMap<Id, ReadonlyArray<A>> => {
  const groups = new Map<Id, Array<A>>()
  for (const one of list) {
    const group = groups.get(one.unit)
    if (group === undefined) groups.set(one.unit, [one])
    else group.push(one)
  }
  return groups
}

/** How many problems of a unit were open on a day, and how many closed. */
const problemsOn = (entries: ReadonlyArray<LedgerEntry>, day: CalendarDate) => {
  const found = entries.filter(({ opened }) => opened <= day)
  const closed = found.filter((entry) => entry.closed !== undefined && entry.closed <= day).length
  return { open: found.length - closed, closed }
}

const earliest = ({ levels, applications, from }: PromotionInputs): CalendarDate =>
  [...levels, ...applications].reduce((day, { on }) => (on < day ? on : day), from)

/**
 * Decides a round of applications by the rules, day by day, and makes its accounts (晋级评审).
 *
 * **Details**
 *
 * An application is looked at on its day, and again when it is decided; before a granted level comes into force the rules are asked once more. What is in
 * force, and how many problems are open, is that of the day: a move counts for whoever is decided later. A condition that cannot be answered decides
 * nothing. {@link PromotionCase} leads one case through the same steps with everybody who takes part.
 *
 * **Refusals**
 *
 * `PromotionInputsRefused` with every fault at `["units" | "levels" | "applications", i, …]`: an unknown level, a unit that is not there, days in the wrong
 * order, a level on or before the day of the unit's latest one.
 *
 * @example
 * ```ts
 * import { dateUnsafe } from "@zhengyou/core"
 * import { ledgerFromLines, parsePromotionRules, promote } from "@zhengyou/promotion"
 * import { Result } from "effect"
 *
 * const rules = parsePromotionRules({
 *   format: "zhengyou/promotion-rules@1",
 *   id: "promotion-2012",
 *   version: "1",
 *   title: "晋位升级办法",
 *   ladder: [{ id: "A", name: "先进" }, { id: "B", name: "良好" }],
 *   cycle: { from: "2012-01-01", until: "2012-12-31" },
 *   promotion: {
 *     maxSteps: 1,
 *     movesPerCycle: 1,
 *     requirements: [
 *       { id: "closed", name: "问题全部销号", at: "decision", require: { fact: "problems.open", op: "=", value: 0 } }
 *     ]
 *   }
 * })
 * const [april, october, december] = ["2012-04-12", "2012-10-08", "2012-12-05"].map(dateUnsafe)
 * const round = promote(Result.getOrThrow(rules), {
 *   units: [{ id: "z01", name: "机关第一支部" }],
 *   levels: [{ unit: "z01", level: "B", on: april }],
 *   applications: [{ unit: "z01", to: "A", on: october, decided: december }],
 *   facts: [],
 *   ledger: Result.getOrThrow(ledgerFromLines([])),
 *   from: april,
 *   asOf: december
 * })
 * Result.getOrThrow(round).decisions.map(({ outcome }) => outcome) // => ["granted"]
 * Result.getOrThrow(round).table.rows.map(({ after }) => after) // => [1, 0, 0]
 * ```
 */
export const promote = (
  rules: PromotionRules,
  inputs: PromotionInputs
): Result.Result<PromotionRound, PromotionInputsRefused> => {
  const { units, levels, applications, facts, ledger, from, asOf } = inputs
  const faults: Array<Faults[number]> = [
    ...reversed(from, asOf, ["asOf"]),
    ...applications.flatMap((one, i) => applicationFaults(rules, one, asOf, i))
  ]
  const isFaulty = new Set(faults.flatMap(({ path: [list, i] }) => (list === "applications" ? [i] : [])))
  const [factsByUnit, entriesByUnit] = [grouped(facts), grouped(entriesOf(ledger))]
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const decisions = new Map<number, PromotionDecision>()
  let register = LevelRegister.initial

  const tell = (command: RegisterCommand, path: Faults[number]["path"]): void => {
    const decided = LevelRegister.decide(register, command, undefined)
    if (Result.isSuccess(decided)) register = decided.success.reduce(LevelRegister.evolve, register)
    else if (decided.failure._tag === "LevelsRefused")
      faults.push(...decided.failure.faults.map((one) => ({ ...one, path: path.length > 0 ? path : one.path })))
  }

  const putLevel = ({ unit, level, on }: PromotionInputs["levels"][number], i: number): void => {
    const path = ["levels", i]
    const inForce = enrolledOf(register, unit)?.spans.at(-1)?.level
    if (level === undefined) tell({ _tag: "EndLevel", unit, on, why: "levels" }, path)
    else if (inForce === undefined || inForce === level)
      tell({ _tag: "PutLevels", levels: [{ unit, level }], on, source: "levels" }, path)
    else tell({ _tag: "MoveLevel", unit, from: inForce, to: level, on, case: "levels" }, path)
  }

  const examined = ({ unit: id, to, assessed }: Application, stage: Examination["stage"], day: CalendarDate) =>
    examine(
      rules,
      {
        unit: unitById.get(id) ?? { id, name: id },
        record: levelRecordOn(register, id, day),
        problems: problemsOn(entriesByUnit.get(id) ?? [], day),
        facts: factsByUnit.get(id) ?? [],
        ...(assessed === undefined ? {} : { assessed })
      },
      to,
      stage,
      day
    )

  const settle = (i: number, application: Application, examination: Examination, outcome: DecisionOutcome): void => {
    const { ladder } = rules
    const of = examination.from === undefined ? {} : { from: levelNamed(ladder, examination.from) }
    decisions.set(i, { application, ...of, to: levelNamed(ladder, application.to), outcome, examination })
  }

  const apply = (application: Application, i: number): void => {
    if (enrolledOf(register, application.unit) === undefined) {
      faults.push({
        path: ["applications", i, "unit"],
        problem: { _tag: "UnitNotThere", unit: application.unit, on: application.on }
      })
      return
    }
    const examination = examined(application, "application", application.on)
    const { unit, from: said } = application
    if (said !== undefined && said !== examination.from) {
      const inForce = examination.from === undefined ? {} : { inForce: examination.from }
      faults.push({ path: ["applications", i, "from"], problem: { _tag: "NotInForce", unit, from: said, ...inForce } })
      return
    }
    const refused = isUnknown(examination) ? "undecided" : "refused"
    settle(i, application, examination, examination.against.length === 0 ? "awaiting" : refused)
  }

  const stillFrom = (i: number, application: Application, day: CalendarDate): PromotionDecision | undefined => {
    const before = decisions.get(i)
    const inForce = levelRecordOn(register, application.unit, day).level
    if (before?.from === undefined || inForce === before.from.id) return before
    const changed = { unit: application.unit, from: before.from.id, ...(inForce === undefined ? {} : { inForce }) }
    faults.push({ path: ["applications", i], problem: new LevelChangedSince(changed) })
    return undefined
  }

  const decide = (application: Application, i: number, day: CalendarDate): void => {
    if (decisions.get(i)?.outcome !== "awaiting" || stillFrom(i, application, day) === undefined) return
    const examination = examined(application, "decision", day)
    const refused = isUnknown(examination) ? "undecided" : "declined"
    settle(i, application, examination, examination.against.length === 0 ? "granted" : refused)
  }

  const putInForce = (application: Application, i: number, day: CalendarDate): void => {
    const { unit, to } = application
    if (decisions.get(i)?.outcome !== "granted") return
    const before = stillFrom(i, application, day)
    if (before?.from === undefined) return
    const examination = examined(application, "decision", day)
    if (examination.against.length > 0) settle(i, application, examination, "stopped")
    else {
      const move = { unit, from: before.from.id, to, on: day, case: "applications" } as const
      tell({ _tag: "MoveLevel", ...move }, ["applications", i])
    }
  }

  tell({ _tag: "OpenRegister", ladder: rules.ladder, units, on: earliest(inputs) }, [])
  if (register.phase === "none") return Result.fail(new PromotionInputsRefused({ faults }))
  const steps: ReadonlyArray<Step> = [
    ...units.flatMap(({ id, closed: on, mergedInto }, i): ReadonlyArray<Step> => {
      if (on === undefined) return []
      const command: RegisterCommand =
        mergedInto === undefined
          ? { _tag: "CloseUnit", unit: id, on }
          : { _tag: "MergeUnits", units: [id], into: mergedInto, on }
      return [{ day: on, order: "0 unit", take: () => tell(command, ["units", i]) }]
    }),
    ...levels.map((entry, i): Step => ({ day: entry.on, order: "1 level", take: () => putLevel(entry, i) })),
    ...applications.flatMap((one, i): ReadonlyArray<Step> => {
      const { on, decided, inForce = decided } = one
      if (isFaulty.has(i)) return []
      return [
        { day: on, order: "2 application", take: () => apply(one, i) },
        ...(decided === undefined
          ? []
          : [{ day: decided, order: "3 decision" as const, take: () => decide(one, i, decided) }]),
        ...(inForce === undefined
          ? []
          : [{ day: inForce, order: "4 force" as const, take: () => putInForce(one, i, inForce) }])
      ]
    })
  ]
  for (const step of steps.toSorted(byDay)) step.take()
  if (faults.length > 0) return Result.fail(new PromotionInputsRefused({ faults }))
  // The register is open, and its days are in order.
  const table = Result.getOrThrow(movementsBetween(register, from, asOf))
  return Result.succeed({
    decisions: applications.flatMap((_, i) => decisions.get(i) ?? []),
    register,
    table,
    targets: targetsReached(rules, table)
  })
}
