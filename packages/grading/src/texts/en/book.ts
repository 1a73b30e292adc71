import type { Catalogue } from "@zhengyou/core"
import type { RuleBookInvalid } from "../../errors.ts"
import type { BookProblem } from "../../internal/book/BookProblem.ts"
import { list } from "./words.ts"

export const bookTextEn: Catalogue<BookProblem | RuleBookInvalid> = {
  DuplicateId: ({ id, first }) => `the id "${id}" is taken by ${first}: choose another`,
  UnknownLevel: ({ level, known }) => `no level is called "${level}": use one of ${list(known)}`,
  UnknownCriterion: ({ criterion, known }) => `no criterion is called "${criterion}": use one of ${list(known)}`,
  MarksDiffer: ({ stated, computed, type }) =>
    `states ${stated}, but the weights and maxima${type === undefined ? "" : ` of units of type "${type}"`} give ${computed}: mend one of them`,
  Unscored: ({ criterion }) => `no panel with a weight above 0 scores "${criterion}": let one, or remove it`,
  TrimsTooMuch: ({ scores }) => `would drop all of ${scores} scores: raise onlyAbove, or drop fewer`,
  StepsNotLower: ({ from, above }) => `begins at ${from}, not below the step before it, which begins at ${above}`,
  PointsAboveMaximum: ({ points, maximum }) =>
    `is worth ${points}, more than the maximum of ${maximum}: mend one of them`,
  SheetsNeedPanels: () => "a panel that is aggregated per sheet needs combine: panels",
  AdjustsCriterion: ({ criterion }) =>
    `where panels make totals of their own, "${criterion}" has no score to adjust: adjust the total`,
  NotANumberFact: ({ fact, known }) => `"${fact}" is not a number, so it cannot break ties: use one of ${list(known)}`,
  NotALevelFact: ({ fact, known }) => `"${fact}" is not a fact of kind level: use one of ${list(known)}`,
  NoTotalRounding: () => "decides on the rounded total, so rounding.total must say how to round",
  BandOrder: ({ level }) => `"${level}" does not stand below the level of the band before it: put bands best first`,
  BandNotLower: ({ from, above }) => `begins at ${from}, not below the band before it, which begins at ${above}`,
  BandUnreachable: ({ from, fullMarks }) => `begins at ${from}, above the full marks ${fullMarks}: nobody can reach it`,
  FloorOnBest: ({ level }) => `"${level}" is the best level, so everybody is at it or below: remove the floor`,
  CapOnLowest: ({ level }) => `"${level}" is the lowest level, so nobody can fall from it: remove the cap`,
  ReservedName: ({ id }) => `"${id}" begins with unit. or score., which are the engine's own: choose another name`,
  BoundsOfNoNumber: ({ fact }) => `"${fact}" is not a number, so it has no bounds: remove them`,
  ValidityEndsFirst: ({ from, until }) => `ends on ${until}, before the book comes into force on ${from}`,
  RuleBookInvalid: ({ faults }) => `the rule book has ${faults.length} fault(s)`
}
