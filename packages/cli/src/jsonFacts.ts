import {
  coreTextEn,
  coreTextZhCN,
  decodeInput,
  type Fact,
  factValueFrom,
  formatPath,
  foundText,
  type Language,
  parseJson,
  render,
  Scalar,
  type Unit
} from "@zhengyou/core"
import type { RuleBook } from "@zhengyou/grading"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { BadInput } from "./errors.ts"
import { say } from "./say.ts"

/** Facts as JSON: for each unit an object of fact ids and values. */
const FactsJson = Schema.Record(Schema.String, Schema.Record(Schema.String, Scalar))

/**
 * Reads facts written as `{ "unit": { "fact": value } }`: numbers as numbers or texts such as "46/50", flags as true and
 * false, days as "2012-03-29".
 */
export const factsFromJson = (
  text: string,
  file: string,
  book: Pick<RuleBook, "facts">,
  units: ReadonlyArray<Unit>,
  language: Language
): Result.Result<ReadonlyArray<{ readonly fact: Fact; readonly row: undefined }>, BadInput> => {
  const at = (path: ReadonlyArray<string | number>, line: string): string =>
    say({ _tag: "AtPath", file, path: formatPath(path), text: line }, language)
  const known = new Set(units.map((unit) => unit.id))
  const read = Result.flatMap(parseJson(text), (json) => decodeInput(FactsJson, json))
  if (Result.isFailure(read)) {
    const texts = language === "en" ? coreTextEn : coreTextZhCN
    const [first = "", ...rest] = read.failure.map(({ path, problem }) => at(path, render(texts, problem)))
    return Result.fail(new BadInput({ lines: [first, ...rest] }))
  }
  const lines: Array<string> = []
  const facts: Array<{ readonly fact: Fact; readonly row: undefined }> = []
  for (const [unit, values] of Object.entries(read.success)) {
    if (!known.has(unit)) lines.push(at([unit], say({ _tag: "UnitUnknown", unit }, language)))
    for (const [fact, scalar] of Object.entries(values)) {
      const declared = book.facts.find((one) => one.id === fact)
      const value = declared === undefined ? undefined : factValueFrom(declared.type, scalar)
      if (declared === undefined) {
        const list = book.facts.map((one) => one.id).join(", ")
        lines.push(at([unit, fact], say({ _tag: "FactUnknown", fact, known: list }, language)))
      } else if (value === undefined) {
        const found = foundText(scalar)
        lines.push(at([unit, fact], say({ _tag: "FactNotOfType", fact, type: declared.type, found }, language)))
      } else facts.push({ fact: { unit, fact, value }, row: undefined })
    }
  }
  const [first, ...rest] = lines
  return first === undefined ? Result.succeed(facts) : Result.fail(new BadInput({ lines: [first, ...rest] }))
}
