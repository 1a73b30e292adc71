import { type CompiledCondition, type Condition, compileCondition } from "@zhengyou/core"
import * as Result from "effect/Result"
import type { RuleBook } from "../RuleBook.ts"
import { knownFacts } from "./knownFacts.ts"
import { named } from "./named.ts"
import type { ReadyGate, ReadyRecognition, ReadyRule } from "./placeUnit.ts"

/** A book's conditions, made ready once for all units. */
export interface ReadyRules {
  readonly eligibility: ReadonlyArray<ReadyRule>
  readonly recognitions: ReadonlyArray<ReadyRecognition>
  readonly gates: ReadonlyArray<ReadyGate>
}

/** Makes a book's conditions ready. */
export const readyRules = (book: RuleBook): ReadyRules => {
  const known = knownFacts(book)
  // A RuleBook's conditions are known to fit its facts.
  const compile = (condition: Condition): CompiledCondition => Result.getOrThrow(compileCondition(condition, known))
  return {
    eligibility: book.eligibility.map((rule) => ({ rule, holds: compile(rule.require) })),
    recognitions: book.recognitions.map((rule) => ({
      rule,
      holds: compile(rule.when),
      level: rule.level,
      takesSeat: rule.takesSeat
    })),
    gates: book.gates.map((rule) => {
      const frozenBy = "notAbove" in rule.then ? known.get(rule.then.notAbove) : undefined
      return { rule, holds: compile(rule.when), then: rule.then, frozenBy: frozenBy && named(frozenBy) }
    })
  }
}
