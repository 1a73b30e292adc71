import { type Catalogue, formatExact, valueTextEn } from "@zhengyou/core"
import type { InputsInvalid } from "../../errors.ts"
import type { InputsProblem } from "../../internal/inputFaults.ts"
import type { AllowedMarks } from "../../Scoring.ts"
import { list } from "./words.ts"

const marksText = (marks: AllowedMarks): string => {
  if (marks._tag === "Labels") return `one of ${list(marks.labels)}`
  const whole = marks.whole ? "a whole number" : "a number"
  return marks.to === undefined
    ? `${whole} of at least ${formatExact(marks.from)}`
    : `${whole} from ${formatExact(marks.from)} to ${formatExact(marks.to)}`
}

export const inputTextEn: Catalogue<InputsProblem | InputsInvalid> = {
  NotAllowed: valueTextEn.NotAllowed,
  FactOutOfRange: ({ fact, found, minimum, maximum }) =>
    `"${fact}" is ${found}, but must be ${minimum === undefined ? "" : `at least ${minimum}`}${minimum === undefined || maximum === undefined ? "" : " and "}${maximum === undefined ? "" : `at most ${maximum}`}`,
  BookNotInForce: ({ asOf, from, until }) =>
    `the book is in force from ${from}${until === undefined ? "" : ` until ${until}`}, not on ${asOf}: use the book of that day`,
  UnitTwice: ({ unit, first }) => `the unit "${unit}" is already units[${first}]: keep one`,
  UnknownUnit: ({ unit }) => `no unit is called "${unit}": correct it, or add the unit`,
  UnknownPanel: ({ panel, known }) => `no panel is called "${panel}": use one of ${list(known)}`,
  NotScoredByPanel: ({ criterion, panel, allowed }) =>
    `the panel "${panel}" does not score "${criterion}": it scores ${list(allowed)}`,
  MarkNotAllowed: ({ criterion, found, allowed }) => `"${criterion}" is ${found}, but must be ${marksText(allowed)}`,
  UnknownGroup: ({ group, panel, known }) =>
    `a rater of "${panel}" must name a group: ${list(known)}${group === "" ? "" : `, not "${group}"`}`,
  UnknownAdjustment: ({ adjustment, known }) => `no adjustment is called "${adjustment}": use one of ${list(known)}`,
  AwardTwice: ({ unit, adjustment, item, first }) =>
    `"${item}" of "${unit}" under "${adjustment}" is already given in awards[${first}]: keep one`,
  SheetTwice: ({ unit, panel, rater, first }) =>
    `"${rater}" of "${panel}" has already scored "${unit}" in sheets[${first}]: keep one`,
  UndeclaredFact: ({ fact, known }) => `the book declares no fact "${fact}": use one of ${list(known)}`,
  FactOfOtherType: ({ fact, type, found }) => `"${fact}" must be a ${type}, but is ${found}`,
  UnknownLevelFact: ({ fact, found, known }) => `"${fact}" is "${found}", but must be a level: ${list(known)}`,
  FactTwice: ({ unit, fact, first }) => `"${fact}" of "${unit}" is already given in facts[${first}]: keep one`,
  InputsInvalid: ({ faults }) => `the sheets, facts or units have ${faults.length} fault(s)`
}
