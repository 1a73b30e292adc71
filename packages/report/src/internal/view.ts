import { type Id, type Ladder, type Language, levelRank, type Named, type Text, type Unit } from "@zhengyou/core"
import type { Grading, Outcome } from "@zhengyou/grading"
import type { GradingReport } from "../GradingReport.ts"
import type { LevelShare, Unplaced } from "../texts/messages.ts"
import { percent } from "./numbers.ts"

/** A report made ready to be shown: names by id, outcomes in the order of their ranks. */
export interface View {
  readonly report: GradingReport
  readonly language: Language
  readonly unitName: (unit: Id) => Text
  readonly ordered: ReadonlyArray<Outcome>
  readonly levels: ReadonlyArray<LevelShare>
  readonly unplaced: Readonly<Record<Unplaced, number>>
  readonly graded: number
}

/** A level of a ladder with its name; a level that the ladder does not have goes by its id. */
export const levelOn = (ladder: Ladder, level: Id): Named =>
  ladder[levelRank(ladder, level)] ?? { id: level, name: level }

const after: Readonly<Record<Unplaced, number>> = { Undetermined: 1, Blocked: 2, NotGraded: 3 }

const placeOf = (outcome: Outcome): number => (outcome._tag === "Graded" ? 0 : after[outcome._tag])

const compareOutcomes = (a: Outcome, b: Outcome): number =>
  a._tag === "Graded" && b._tag === "Graded" ? a.rank - b.rank : placeOf(a) - placeOf(b)

/** How many units have no level, by why. */
const countUnplaced = ({ outcomes }: Grading): Readonly<Record<Unplaced, number>> => {
  const count = (tag: Unplaced) => outcomes.filter((outcome) => outcome._tag === tag).length
  return { NotGraded: count("NotGraded"), Blocked: count("Blocked"), Undetermined: count("Undetermined") }
}

/** How many units have each level of a ladder, and the share of the graded units that has it. */
export const levelShares = (ladder: Ladder, { outcomes }: Grading): ReadonlyArray<LevelShare> => {
  const reached = outcomes.flatMap((outcome) => (outcome._tag === "Graded" ? [outcome.level] : []))
  return ladder.map((level) => {
    const units = reached.filter((id) => id === level.id).length
    return { level, units, share: percent(units, reached.length) }
  })
}

const namesOf = (units: ReadonlyArray<Unit>): ((unit: Id) => Text) => {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return (unit) => names.get(unit) ?? unit
}

/** Makes a report ready: graded units by rank, then those without a level, each in the order given. */
export const viewOf = (report: GradingReport, language: Language): View => {
  const { outcomes } = report.grading
  return {
    report,
    language,
    unitName: namesOf(report.units),
    ordered: outcomes.toSorted(compareOutcomes),
    levels: levelShares(report.book.ladder, report.grading),
    unplaced: countUnplaced(report.grading),
    graded: outcomes.filter((outcome) => outcome._tag === "Graded").length
  }
}
