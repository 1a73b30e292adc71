import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { ContractViolation, storeContract } from "../src/contract.ts"
import { type Flaws, naiveStore } from "./naiveStore.ts"

/** The names of the rules that a store breaks. */
const brokenRules = (flaws: Flaws) =>
  Effect.forEach(storeContract, ({ run }) =>
    Effect.match(Effect.provide(run, naiveStore(flaws), { local: true }), {
      onSuccess: () => [],
      onFailure: (violation) => {
        assert.instanceOf(violation, ContractViolation)
        return [violation.name]
      }
    })
  ).pipe(Effect.map((names) => names.flat()))

const cases: ReadonlyArray<readonly [flaw: keyof Flaws, rules: ReadonlyArray<string>]> = [
  [
    "ignoresVersion",
    [
      "an append at another version than the stream's is refused",
      "of several appends at one version exactly one takes effect",
      "the whole store is one order without gaps, and agrees with each stream"
    ]
  ],
  ["losesTail", ["what was appended is read back", "a batch is kept whole and in order"]],
  [
    // Through `execute` nothing shows: it finds the id when it reads, and the version guards the rest.
    "forgetsCommands",
    ["a command id that comes again gets the first answer and changes nothing"]
  ],
  [
    "pausesBeforeWriting",
    ["of several appends at one version exactly one takes effect", "appends at the same time lose nothing"]
  ],
  ["countsPositionsPerStream", ["the whole store is one order without gaps, and agrees with each stream"]],
  ["foldsCase", ["names that look like SQL or like one another are only names"]],
  ["sharesRecords", ["what a reader or writer does to records later does not reach the store"]],
  ["trimsTexts", ["texts, keys and numbers survive unchanged"]]
]

describe("the contract finds broken stores", () => {
  it.effect("a naive store without flaws keeps every rule", () =>
    Effect.map(brokenRules({}), (rules) => assert.deepStrictEqual(rules, []))
  )
  for (const [flaw, rules] of cases)
    it.effect(`a store that ${flaw} breaks named rules`, () =>
      Effect.map(brokenRules({ [flaw]: true }), (found) => assert.includeMembers(found, [...rules]))
    )
})
