import { type CompiledCondition, type Condition, compileCondition } from "@zhengyou/core"
import * as Result from "effect/Result"
import type { RuleBook } from "../RuleBook.ts"
import { knownFacts } from "./knownFacts.ts"
import type { ReadyGate, ReadyRule } from "./placeUnit.ts"

/** A book's conditions, made ready once for all units. */
export const readyRules = (
  book: RuleBook
): { readonly eligibility: ReadonlyArray<ReadyRule>; readonly gates: ReadonlyArray<ReadyGate> } => {
  const known = knownFacts(book)
  // A RuleBook's conditions are known to fit its facts.
  const compile = (condition: Condition): CompiledCondition => Result.getOrThrow(compileCondition(condition, known))
  return {
    eligibility: book.eligibility.map((rule) => ({ rule, holds: compile(rule.require) })),
    gates: book.gates.map((gate) => ({ rule: gate, holds: compile(gate.when), then: gate.then }))
  }
}
