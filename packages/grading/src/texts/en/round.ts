import type { Catalogue } from "@zhengyou/core"
import type { RoundProblem, RoundRefusal } from "../../round/errors.ts"
import { inputTextEn } from "./inputs.ts"
import { list } from "./words.ts"

const phases = {
  planned: "planned",
  open: "open",
  sealed: "sealed",
  graded: "graded",
  onNotice: "on public notice",
  confirmed: "confirmed",
  none: "not planned"
}

export const roundTextEn: Catalogue<RoundProblem | RoundRefusal> = {
  ...inputTextEn,
  RoundInWrongPhase: ({ command, phase, allowed }) =>
    `${command} is not possible while the round is ${phases[phase]}: it must be ${allowed.map((one) => phases[one]).join(" or ")}`,
  RoundInputsRefused: ({ faults }) => `nothing was recorded, because of ${faults.length} fault(s)`,
  AlreadySubmitted: ({ unit, panel, rater }) =>
    `"${rater}" of "${panel}" has already scored "${unit}": replace that sheet, or withdraw it first`,
  AssignedTwice: ({ panel, rater, first }) =>
    `"${rater}" is already assigned to "${panel}" in plan.assignments[${first}]: put the units together`,
  NotAssigned: ({ unit, panel, rater }) => `"${rater}" is not assigned to score "${unit}" for "${panel}"`,
  NoSuchSheet: ({ unit, panel, rater }) =>
    `"${rater}" of "${panel}" has no sheet on "${unit}": name one that was submitted`,
  OutcomesNotSettled: ({ units }) => `these units have no settled outcome: ${list(units)}; amend what they lack first`,
  NoticeNotOver: ({ until, today }) => `the notice runs until ${until} and today is ${today}: wait until it is over`,
  NoticeEndsBeforeItBegins: ({ from, until }) => `the notice would end on ${until}, before it begins on ${from}`,
  NothingToAmend: () => "the amendment names no sheet, no fact and no award: name what changes or is withdrawn"
}
