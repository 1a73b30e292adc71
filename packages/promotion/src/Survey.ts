import { CalendarDate, type Fault, Id, Named, Text, type Unit } from "@zhengyou/core"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { SurveyRefused } from "./errors.ts"
import { knownIds, seenBefore } from "./internal/ids.ts"
import type { SurveyProblem } from "./internal/SurveyProblem.ts"

/** What a survey asks of every unit (调查摸底表): its aspects, such as 支部设置、支委班子、组织制度、组织保障、作用发挥、党政配合. */
export const SurveyForm = Schema.Struct({ id: Id, title: Text, aspects: Schema.NonEmptyArray(Named) }).annotate({
  identifier: "SurveyForm"
})
export interface SurveyForm extends Schema.Schema.Type<typeof SurveyForm> {}

/** What was found on one aspect: whether it is sound, and what was seen. */
export const SurveyFinding = Schema.Struct({ aspect: Id, sound: Schema.Boolean, note: Schema.String }).annotate({
  identifier: "SurveyFinding"
})
export interface SurveyFinding extends Schema.Schema.Type<typeof SurveyFinding> {}

/** The survey of one unit: when, by whom, in which batch, and a finding on each aspect. */
export const SurveyRecord = Schema.Struct({
  unit: Id,
  batch: Id,
  on: CalendarDate,
  by: Id,
  findings: Schema.Array(SurveyFinding)
}).annotate({ identifier: "SurveyRecord" })
export interface SurveyRecord extends Schema.Schema.Type<typeof SurveyRecord> {}

/** What a survey came to: the batches, the units still to be surveyed, and for each aspect the units where it is not sound. */
export interface SurveyCoverage {
  readonly batches: ReadonlyArray<{ readonly batch: Id; readonly units: ReadonlyArray<Id> }>
  readonly missing: ReadonlyArray<Id>
  readonly unsound: ReadonlyArray<{ readonly aspect: Named; readonly units: ReadonlyArray<Id> }>
}

type Faults = ReadonlyArray<Fault<SurveyProblem>>

const findingFaults = ({ aspects }: SurveyForm, { unit, findings }: SurveyRecord, i: number): Faults => {
  const known = aspects.map(({ id }) => id)
  const seen = seenBefore()
  return [
    ...findings.flatMap(({ aspect }, j): Faults => {
      const path = ["records", i, "findings", j, "aspect"]
      if (!known.includes(aspect)) return [{ path, problem: { _tag: "UnknownAspect", aspect, known } }]
      return seen(aspect, j) === undefined ? [] : [{ path, problem: { _tag: "AspectTwice", aspect } }]
    }),
    ...aspects
      .filter(({ id }) => !findings.some(({ aspect }) => aspect === id))
      .map(
        (aspect): Fault<SurveyProblem> => ({
          path: ["records", i, "findings"],
          problem: { _tag: "AspectMissing", unit, aspect }
        })
      )
  ]
}

/**
 * Holds the records of a survey against its form and the units, and says what is still to be done.
 *
 * **Refusals**
 *
 * `SurveyRefused` with every fault: a unit that is not there or was surveyed twice, an aspect that the form does not have, twice or not at all.
 *
 * @example
 * ```ts
 * import { dateUnsafe } from "@zhengyou/core"
 * import { surveyCoverage } from "@zhengyou/promotion"
 * import { Result } from "effect"
 *
 * const form = { id: "survey", title: "调查摸底表", aspects: [{ id: "team", name: "支委班子" }] } as const
 * const findings = [{ aspect: "team", sound: false, note: "缺宣传委员" }]
 * const record = { unit: "z01", batch: "1", on: dateUnsafe("2012-02-20"), by: "组织员", findings }
 * const coverage = surveyCoverage(form, [{ id: "z01", name: "一支部" }, { id: "z02", name: "二支部" }], [record])
 * Result.map(coverage, ({ missing }) => missing) // => Result.succeed(["z02"])
 * ```
 */
export const surveyCoverage = (
  form: SurveyForm,
  units: ReadonlyArray<Unit>,
  records: ReadonlyArray<SurveyRecord>
): Result.Result<SurveyCoverage, SurveyRefused> => {
  const known = knownIds(units)
  const seen = seenBefore()
  const faults = records.flatMap((record, i): Faults => {
    const first = seen(record.unit, i)
    const path = ["records", i, "unit"]
    const twice: Faults =
      first === undefined ? [] : [{ path, problem: { _tag: "SurveyedTwice", unit: record.unit, first } }]
    const unknown: Faults = known.has(record.unit)
      ? []
      : [{ path, problem: { _tag: "UnknownUnit", unit: record.unit } }]
    return [...unknown, ...twice, ...findingFaults(form, record, i)]
  })
  if (faults.length > 0) return Result.fail(new SurveyRefused({ faults }))
  const surveyed = new Set(records.map(({ unit }) => unit))
  const batches = [...new Set(records.map(({ batch }) => batch))]
  return Result.succeed({
    batches: batches.map((batch) => ({
      batch,
      units: records.filter((record) => record.batch === batch).map(({ unit }) => unit)
    })),
    missing: units.filter(({ id }) => !surveyed.has(id)).map(({ id }) => id),
    unsound: form.aspects.map((aspect) => ({
      aspect,
      units: records
        .filter(({ findings }) => findings.some((finding) => finding.aspect === aspect.id && !finding.sound))
        .map(({ unit }) => unit)
    }))
  })
}
