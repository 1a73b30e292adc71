import { type Id, type Ladder, type Language, levelRank, type Named, type Text, type Unit } from "@zhengyou/core"
import type { Grading, Outcome, QuotaResult } from "@zhengyou/grading"
import type { GradingReport } from "../GradingReport.ts"
import type { LevelShare, ReportMessage, Unplaced } from "../texts/messages.ts"
import { percent } from "./numbers.ts"

/** A report made ready to be shown: names by id, outcomes in the order of their ranks. */
export interface View {
  readonly report: GradingReport
  readonly language: Language
  readonly unitName: (unit: Id) => Text
  readonly ordered: ReadonlyArray<Outcome>
  readonly levels: ReadonlyArray<LevelShare>
  readonly unplaced: Readonly<Record<Unplaced, number>>
  /** How many units have a level, by their total or recognised. */
  readonly graded: number
}

/** A level of a ladder with its name; a level that the ladder does not have goes by its id. */
export const levelOn = (ladder: Ladder, level: Id): Named =>
  ladder[levelRank(ladder, level)] ?? { id: level, name: level }

/** A quota of a grading as a message; a group that is the id of a unit goes by the unit's name. */
export const quotaMessage = (
  { unitName }: Pick<View, "unitName">,
  ladder: Ladder,
  { level, group, ...quota }: QuotaResult
): ReportMessage => ({
  _tag: "QuotaOf",
  level: levelOn(ladder, level).name,
  ...(group === undefined || group === "" ? {} : { group: unitName(group) }),
  quota
})

const places: Readonly<Record<Outcome["_tag"], number>> = {
  Graded: 0,
  Recognised: 1,
  Undetermined: 2,
  Blocked: 3,
  NotGraded: 4
}

const compareOutcomes = (a: Outcome, b: Outcome): number =>
  a._tag === "Graded" && b._tag === "Graded" ? a.rank - b.rank : places[a._tag] - places[b._tag]

/** How many units have no level, by why. */
const countUnplaced = ({ outcomes }: Grading): Readonly<Record<Unplaced, number>> => {
  const count = (tag: Unplaced) => outcomes.filter((outcome) => outcome._tag === tag).length
  return { NotGraded: count("NotGraded"), Blocked: count("Blocked"), Undetermined: count("Undetermined") }
}

/** How many units have each level of a ladder, and the share of the units with a level that has it. */
export const levelShares = (ladder: Ladder, { outcomes }: Grading): ReadonlyArray<LevelShare> => {
  const reached = outcomes.flatMap((outcome) => ("level" in outcome ? [outcome.level] : []))
  return ladder.map((level) => {
    const units = reached.filter((id) => id === level.id).length
    return { level, units, share: percent(units, reached.length) }
  })
}

const namesOf = (units: ReadonlyArray<Unit>): ((unit: Id) => Text) => {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return (unit) => names.get(unit) ?? unit
}

/** Makes a report ready: graded units by rank, then recognised ones, then those without a level, each in the order given. */
export const viewOf = (report: GradingReport, language: Language): View => {
  const { outcomes } = report.grading
  return {
    report,
    language,
    unitName: namesOf(report.units),
    ordered: outcomes.toSorted(compareOutcomes),
    levels: levelShares(report.book.ladder, report.grading),
    unplaced: countUnplaced(report.grading),
    graded: outcomes.filter((outcome) => "level" in outcome).length
  }
}
