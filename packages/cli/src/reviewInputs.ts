import path from "node:path"
import {
  type CalendarDate,
  decodeInput,
  type Fault,
  formatPath,
  type Language,
  parseJson,
  render,
  type Unit,
  WorkCalendar
} from "@zhengyou/core"
import {
  type Pledge,
  type PledgePolicy,
  type PledgesMessage,
  type Publication,
  parsePledgePolicy,
  pledgesTextEn,
  pledgesTextZhCN,
  pledgeText,
  type ReviewContext
} from "@zhengyou/pledges"
import { type PledgeRow, readPledges } from "@zhengyou/tables"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { BadInput } from "./errors.ts"
import { badTable, readSpreadsheet, readText } from "./files.ts"
import { readFactFile, readUnits, together } from "./inputs.ts"
import type { ReviewOptions } from "./reviewCommand.ts"
import { say } from "./say.ts"
import type { Things } from "./texts/messages.ts"

/** Everything that pledges are reviewed from. */
export interface ReviewInputs {
  readonly policy: PledgePolicy
  readonly pledges: ReadonlyArray<Pledge>
  /** When which unit has published a pledge. */
  readonly publications: ReadonlyArray<Publication>
  readonly context: ReviewContext
  readonly units: ReadonlyArray<Unit>
  /** What was read from each file. */
  readonly read: ReadonlyArray<{ readonly file: string; readonly count: number; readonly what: Things }>
}

const badJson = (file: string, faults: ReadonlyArray<Fault<PledgesMessage>>, language: Language): BadInput => {
  const texts = language === "en" ? pledgesTextEn : pledgesTextZhCN
  const [first = "", ...rest] = faults.map(({ path: at, problem }) =>
    say({ _tag: "AtPath", file, path: formatPath(at), text: render(texts, problem) }, language)
  )
  return new BadInput({ lines: [first, ...rest] })
}

/** Reads a JSON file; what is wrong with it is told with its places. */
const readJson = <A>(
  file: string,
  language: Language,
  parse: (json: unknown) => Result.Result<A, ReadonlyArray<Fault<PledgesMessage>>>
): Effect.Effect<A, BadInput> =>
  Effect.flatMap(readText(file, language), (text) =>
    Effect.fromResult(
      parseJson(text).pipe(
        Result.mapError((faults): ReadonlyArray<Fault<PledgesMessage>> => faults),
        Result.flatMap(parse),
        Result.mapError((faults) => badJson(path.basename(file), faults, language))
      )
    )
  )

const readPolicy = ({ policy, language }: ReviewOptions): Effect.Effect<PledgePolicy, BadInput> =>
  readJson(policy, language, (json) => Result.mapError(parsePledgePolicy(json), ({ faults }) => faults))

const readCalendar = ({ calendar, language }: ReviewOptions): Effect.Effect<WorkCalendar, BadInput> =>
  calendar === undefined ? Effect.succeed([]) : readJson(calendar, language, (json) => decodeInput(WorkCalendar, json))

const readRows = (
  file: string,
  { kinds }: PledgePolicy,
  units: ReadonlyArray<Unit> | undefined,
  language: Language
): Effect.Effect<ReadonlyArray<PledgeRow>, BadInput> =>
  Effect.flatMap(readSpreadsheet(file, language), (table) =>
    Effect.fromResult(
      Result.mapError(
        readPledges(table, {
          ...(units === undefined ? {} : { units }),
          categories: {
            branch: kinds.branch.categories,
            unit: kinds.unit.categories,
            member: kinds.member.categories
          }
        }),
        badTable(language)
      )
    )
  )

/** The units of the roster, or those that the pledges speak of in the order in which they are met. */
const unitsOf = (roster: ReadonlyArray<Unit> | undefined, rows: ReadonlyArray<PledgeRow>): ReadonlyArray<Unit> =>
  roster ?? [...new Set(rows.map(({ pledger }) => pledger.unit))].map((id) => ({ id, name: id }))

const pledgersOf = (rows: ReadonlyArray<PledgeRow>): ReadonlyArray<Unit> => [
  ...new Map(rows.map(({ pledger: { id, name } }) => [id, { id, name }])).values()
]

/** What was published for everybody: an oral pledge, or one that another organisation publishes, puts no unit online. */
const publicationsOf = (rows: ReadonlyArray<PledgeRow>): ReadonlyArray<Publication> =>
  rows.flatMap(({ pledger: { unit }, visibility, publishedOn }) =>
    publishedOn === undefined || visibility._tag !== "Public" ? [] : [{ unit, on: publishedOn }]
  )

const latest = (first: CalendarDate, days: ReadonlyArray<CalendarDate>): CalendarDate =>
  [first, ...days].toSorted().at(-1) ?? first

const pledgeOf = ({ row: _row, publishedOn: _on, ...pledge }: PledgeRow): Pledge => pledge

/** Reads all files of a review; the faults of all of them are told together. */
export const readReview = Effect.fnUntraced(function* (
  options: ReviewOptions
): Effect.fn.Return<ReviewInputs, BadInput> {
  const { language, asOf, previous } = options
  const [policy, roster, calendar] = yield* Effect.all([
    Effect.result(readPolicy(options)),
    Effect.result(readUnits(options)),
    Effect.result(readCalendar(options))
  ])
  // Without a sound policy nobody knows the categories that a pledge may name.
  if (Result.isFailure(policy) || Result.isFailure(roster) || Result.isFailure(calendar)) {
    return yield* together([policy, roster, calendar]) ?? new BadInput({ lines: [""] })
  }
  const [rows, before] = yield* Effect.all([
    Effect.result(readRows(options.pledges, policy.success, roster.success, language)),
    // Units of last year may be gone: they are taken as they are written.
    Effect.result(previous === undefined ? Effect.succeed([]) : readRows(previous, policy.success, undefined, language))
  ])
  if (Result.isFailure(rows) || Result.isFailure(before)) {
    return yield* together([rows, before]) ?? new BadInput({ lines: [""] })
  }
  const pledgers = pledgersOf(rows.success)
  const facts = yield* readFactFile(options, { facts: policy.success.facts, ladder: [] }, pledgers)
  const units = unitsOf(roster.success, rows.success)
  const publications = publicationsOf(rows.success)
  const pledges = rows.success.map(pledgeOf)
  const { publishBy } = policy.success.cycle
  const counted = (file: string | undefined, count: number, what: Things) =>
    file === undefined ? [] : [{ file: path.basename(file), count, what }]
  return {
    policy: policy.success,
    pledges,
    publications,
    units,
    context: {
      today:
        asOf ??
        latest(
          publishBy,
          publications.map(({ on }) => on)
        ),
      calendar: calendar.success,
      suspensions: [],
      others: [],
      earlier: before.success.map(pledgeText),
      // There is no register to look them up in: what a pledge names is taken to be on record.
      bases: pledges.flatMap(({ basis }) => basis),
      facts: facts.map(({ fact }) => fact)
    },
    read: [
      ...counted(options.roster, units.length, "units"),
      ...counted(options.pledges, pledges.length, "pledges"),
      ...counted(previous, before.success.length, "pledges"),
      ...counted(options.facts, facts.length, "facts")
    ]
  }
})
