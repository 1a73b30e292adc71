import { type Fault, formatPath, type Language, type Message, render } from "@zhengyou/core"
import {
  type GradingMessage,
  gradingTextEn,
  gradingTextZhCN,
  type InputsInvalid,
  type RoundRefusal
} from "@zhengyou/grading"
import { type ChainBroken, type StoreRefusal, storageTextEn, storageTextZhCN } from "@zhengyou/storage"
import { formatTableFault } from "@zhengyou/tables"
import type { CannotWrite } from "./files.ts"
import type { FileFault, FilesFaulty } from "./inputs.ts"
import type { ReceiptDiffers, RoundUnfinished } from "./round.ts"
import { say } from "./texts.ts"
import type { YearRefused } from "./year/tell.ts"

/** Everything that can keep the round from being told to its end. */
export type Refusal =
  | FilesFaulty
  | RoundRefusal
  | InputsInvalid
  | StoreRefusal
  | ChainBroken
  | ReceiptDiffers
  | RoundUnfinished
  | CannotWrite
  | YearRefused

const gradingText = (message: GradingMessage, language: Language): string =>
  render(language === "en" ? gradingTextEn : gradingTextZhCN, message)

const placed = ({ path, problem }: Fault<GradingMessage & Message>, language: Language): string =>
  `${formatPath(path)}${language === "en" ? ": " : "："}${gradingText(problem, language)}`

const fileFaultText = (fault: FileFault, language: Language): string => {
  switch (fault._tag) {
    case "Unreadable":
      return say(fault, language)
    case "BookFault":
      return `${fault.file} ${placed(fault.fault, language)}`
    case "TableFault":
      return formatTableFault(fault.fault, language)
  }
}

/** A refusal as lines for people: what was wrong, where, and what to do. */
export const refusalLines = (refusal: Refusal, language: Language): ReadonlyArray<string> => {
  switch (refusal._tag) {
    case "FilesFaulty":
      return [
        say({ _tag: "Faults", count: refusal.faults.length }, language),
        ...refusal.faults.map((fault) => `  ${fileFaultText(fault, language)}`)
      ]
    case "YearRefused":
      return refusal.lines
    case "ReceiptDiffers":
    case "RoundUnfinished":
    case "CannotWrite":
      return [say(refusal, language)]
    case "VersionConflict":
    case "NotStorable":
    case "StoredDataInvalid":
    case "StoreUnavailable":
    case "ChainBroken":
      return [render(language === "en" ? storageTextEn : storageTextZhCN, refusal)]
    case "InputsInvalid":
    case "RoundInputsRefused":
      return [
        gradingText(refusal, language),
        ...refusal.faults.slice(0, 20).map((fault) => `  ${placed(fault, language)}`)
      ]
    default:
      return [gradingText(refusal, language)]
  }
}

/** Whether the store holds a round from other files: it is past what they ask, or has other sheets of the same raters. */
export const isOfOtherFiles = (refusal: Refusal): boolean =>
  refusal._tag === "RoundInWrongPhase" ||
  (refusal._tag === "RoundInputsRefused" && refusal.faults.some(({ problem }) => problem._tag === "AlreadySubmitted"))
