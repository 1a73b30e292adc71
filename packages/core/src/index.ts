export { Ballot, Poll, VoterGroup } from "./Ballot.ts"
export {
  addDays,
  addMonths,
  CalendarDate,
  compareDates,
  dateUnsafe,
  daysBetween,
  monthsBetween,
  parseDate,
  weekdayOf
} from "./CalendarDate.ts"
export { type Catalogue, type Message, render } from "./Catalogue.ts"
export {
  Citation,
  Comparison,
  type CompiledCondition,
  Condition,
  ConditionProblem,
  compileCondition,
  type FactLookup,
  factsOf,
  type KnownFacts,
  Operator,
  type Verdict
} from "./Condition.ts"
export { citedText, flagText } from "./citedText.ts"
export { Deadline, deadlineOf, deadlineText, isProvisional, recomputeDeadline, Suspension, Term } from "./Deadline.ts"
export { type Decider, replay } from "./Decider.ts"
export {
  compareExact,
  dividedBy,
  dividedByUnsafe,
  Exact,
  exactTextLimit,
  exactUnsafe,
  formatExact,
  isAtLeast,
  isExact,
  isSameExact,
  minus,
  one,
  parseExact,
  plus,
  sum,
  times,
  zero
} from "./Exact.ts"
export { DivisionByZero, NotADate, NotExact } from "./errors.ts"
export {
  Fact,
  FactDeclaration,
  FactType,
  FactValue,
  factValueFrom,
  formatFactValue,
  isOfType,
  Scalar
} from "./Fact.ts"
export { decodeInput, type Fault, formatPath, foundText, InputProblem, Path, typeFaults } from "./Fault.ts"
export { jsonDepthLimit, jsonSizeLimit, vetJson } from "./Json.ts"
export { parseJson } from "./JsonText.ts"
export { Id, Ladder, Level, levelRank, lowerLevel, Named, nextLevelDown, nextLevelUp } from "./Ladder.ts"
export {
  type Cell,
  type Column,
  type Columns,
  type KeyPart,
  type ReadModel,
  type ReadModelDefinition,
  type Row,
  type RowChange,
  readModel
} from "./ReadModel.ts"
export { hashOf, hashOfBag, Receipt } from "./Receipt.ts"
export { CommandMeta, Recorded } from "./Recorded.ts"
export { formatBeside, formatRounded, Rounding, RoundingMode, round } from "./Rounding.ts"
export { decodeStored, type StoredEvents, StoredProblem, storedDecoder } from "./StoredEvents.ts"
export { ChoiceCount, emptyTally, mergeTallies, ReturnedCount, Tally, tallyOf } from "./Tally.ts"
export { Language, Text, textIn } from "./Text.ts"
export { valueTextEn } from "./texts/en/values.ts"
export { coreTextEn } from "./texts/en.ts"
export type { CoreMessage, ValueMessage } from "./texts/messages.ts"
export { valueTextZhCN } from "./texts/zh-CN/values.ts"
export { coreTextZhCN } from "./texts/zh-CN.ts"
export { existsOn, Roster, Unit, unitsAsOf } from "./Unit.ts"
export { HolidayYear, isAnnounced, isWorkday, WorkCalendar } from "./WorkCalendar.ts"
