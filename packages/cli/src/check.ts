import { formatPath, type Language, render } from "@zhengyou/core"
import { checkBook, checkTextEn, checkTextZhCN, type Finding, type RuleBook, witnessLines } from "@zhengyou/grading"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { CheckOptions } from "./checkCommand.ts"
import { BadInput } from "./errors.ts"
import { readBook, readUnits, together } from "./inputs.ts"
import { say } from "./say.ts"
import type { Terminal } from "./Terminal.ts"

const told = (book: RuleBook, finding: Finding, language: Language): string => {
  const { path, severity, problem } = finding
  const text = render(language === "en" ? checkTextEn : checkTextZhCN, problem)
  const head = say({ _tag: "Found", path: formatPath(path), severity, text }, language)
  return [head, ...witnessLines(book, finding, language).map((line) => `    ${line}`), ""].join("\n")
}

/** Proof-reads a book, and prints what it finds with what shows it: gives 1 where there is a fault, and 0 otherwise. */
export const runCheck = Effect.fnUntraced(function* (
  options: CheckOptions,
  terminal: Terminal
): Effect.fn.Return<number, BadInput> {
  const { language } = options
  const [book, roster] = yield* Effect.all([Effect.result(readBook(options)), Effect.result(readUnits(options))])
  if (Result.isFailure(book) || Result.isFailure(roster)) {
    return yield* together([book, roster]) ?? new BadInput({ lines: [""] })
  }
  const findings = checkBook(book.success, roster.success)
  for (const finding of findings) terminal.print(`${told(book.success, finding, language)}\n`)
  const notices = findings.filter(({ severity }) => severity === "notice").length
  terminal.print(`${say({ _tag: "Checked", faults: findings.length - notices, notices }, language)}\n`)
  return findings.length === notices ? 0 : 1
})
