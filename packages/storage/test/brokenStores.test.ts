import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { type Adapter, type ContractCase, ContractViolation, storeContract, Transactions } from "../src/contract.ts"
import { BallotBox, ReadModels } from "../src/index.ts"
import { flawedAdapter, flaws } from "./flawedPorts.ts"
import { type Flaws, naiveStore } from "./naiveStore.ts"

const caseOf = (rule: string): ContractCase => {
  const found = storeContract.find(({ name }) => name.startsWith(rule))
  assert.isDefined(found, `no rule begins with "${rule}"`)
  return found
}

/** Runs a case on an adapter that breaks it. */
const isFound = (fresh: Effect.Effect<Adapter>, rule: string) =>
  Effect.gen(function* () {
    const violation = yield* Effect.flip(Effect.flatMap(fresh, caseOf(rule).run))
    assert.instanceOf(violation, ContractViolation)
    assert.strictEqual(violation.name, caseOf(rule).name)
  })

const naive = (naiveFlaws: Flaws): Effect.Effect<Adapter> =>
  Effect.succeed({
    open: () =>
      Layer.mergeAll(
        naiveStore(naiveFlaws),
        Layer.mock(ReadModels)({}),
        Layer.mock(BallotBox)({}),
        Layer.mock(Transactions)({})
      )
  })

/** The rules by how their names begin. */
type Rules = ReadonlyArray<string>

const naiveFlaws: { readonly [Flaw in keyof Flaws]-?: Rules } = {
  isNotEmpty: ["a stream that nobody wrote to is empty"],
  ignoresVersion: [
    "an append at another version",
    "of several appends at one version",
    "the whole store is one order",
    "random commands, one after the other"
  ],
  losesTail: ["what was appended", "versions count from 1", "a batch is kept whole", "random commands, one after"],
  // Through `execute` nothing shows: it finds the id when it reads, and the version guards the rest.
  forgetsCommands: ["a command id that comes again", "many writers on many streams"],
  answersWithEverything: ["a command id that comes again", "random commands at the same time"],
  sharesCommandIds: ["a command id belongs to its stream"],
  readsOneRecord: ["a command is decided on the state", "a command that comes again through execute"],
  pausesBeforeWriting: [
    "of several appends at one version",
    "appends at the same time",
    "commands at the same time",
    "many writers on many streams",
    "a reader who goes on",
    "random commands at the same time"
  ],
  countsPositionsPerStream: ["the whole store is one order", "many writers on many streams"],
  ordersByStream: ["the whole store is one order", "a reader who goes on"],
  foldsCase: ["names that look like SQL"],
  sharesRecords: ["what a reader or writer does"],
  trimsTexts: ["texts, keys and numbers"],
  cutsNames: ["names of 120 characters"],
  cutsData: ["a megabyte"],
  swallowsFaults: ["what cannot be kept faithfully", "names of 120 characters"],
  forgetsHashes: ["the records of a stream are a sound chain"]
}

const portFlaws: { readonly [name: string]: Rules } = {
  reversesBatches: ["the events of one append change rows"],
  doesCommandsAgain: ["a command id that comes again", "a command that comes again, and an append"],
  rollsNothingBack: [
    "what was rolled back was never there",
    "a transaction is seen by others whole",
    "a transaction that is interrupted",
    "rows of what was rolled back",
    "votes that were rolled back"
  ],
  commitsNothing: [
    "what was done in one transaction",
    "a refused append in a transaction",
    "transactions over two streams"
  ],
  isForgotten: [
    "a model that is new",
    "the rows of a version",
    "the next append takes in",
    "a rebuild stops at a record",
    "polls, tokens and votes are there"
  ],
  losesTheLastRow: [
    "rows are there as soon",
    "a row is put, put again",
    "pages follow on",
    "a page goes on",
    "a rebuild makes the same rows",
    "a rebuild ends though",
    "the next append takes in",
    "random changes",
    "appends at the same time change rows"
  ],
  ordersByUnits: ["rows come in the order of the key"],
  ordersNumbersAsTexts: ["integers, dates and instants"],
  repeatsTheCursor: ["pages follow on", "a page goes on"],
  ignoresWhere: ["values of every type", "hostile texts in a query"],
  roundsDecimals: ["values of every type", "random changes"],
  keepsSeconds: ["an instant is kept", "integers, dates and instants"],
  padsTexts: ["values of every type", "rows come in the order of the key"],
  answersAnything: ["a query that the key cannot answer"],
  readsUnbuiltModels: ["a model that the store was not opened with", "a model that is new", "the rows of a version"],
  keepsRecordsWithoutRows: ["an append whose rows do not fit", "events of earlier versions"],
  rebuildsNothing: ["a rebuild makes the same rows", "a model that is new"],
  hidesRowsOnceRebuilt: ["during a rebuild rows are read", "a rebuild that is given up"],
  wantsToBeAlone: ["during a rebuild rows are read"],
  isNeverOvertaken: ["a rebuild that begins while another"],
  passesOverUnreadable: ["a rebuild stops at a record"],
  countsTokensTwice: ["a token that comes many times", "tokens are issued once", "random votes"],
  talliesWhileOpen: ["what a poll's state does not allow", "polls know nothing of one another"],
  castsWhenClosed: ["what a poll's state does not allow", "a vote that comes as the poll is closed"],
  spendsTokensOfRefusedVotes: ["a vote is refused with every fault", "random votes"],
  forgetsGroups: ["votes are counted by subject", "hostile names"],
  losesACount: ["three thousand votes", "batches that are cast"],
  inventsVotes: ["a poll without votes", "polls, tokens and votes are there"],
  issuesTokensOneByOne: ["tokens are issued once"],
  opensAnything: ["a poll is opened once"]
}

describe("the contract finds broken stores", () => {
  for (const [flaw, rules] of Object.entries(naiveFlaws))
    for (const rule of rules)
      it.live(`a naive store that ${flaw}: ${rule} …`, () => isFound(naive({ [flaw]: true }), rule))

  for (const [flaw, rules] of Object.entries(portFlaws))
    for (const rule of rules)
      it.live(`a store that ${flaw}: ${rule} …`, () => isFound(flawedAdapter(flaws[flaw] ?? {}), rule))

  it("and there is a broken store for every rule and every flaw", () => {
    const found = [...Object.values(naiveFlaws), ...Object.values(portFlaws)].flat().map((rule) => caseOf(rule).name)
    assert.deepStrictEqual(
      storeContract.map(({ name }) => name).filter((name) => !found.includes(name)),
      []
    )
    assert.deepStrictEqual(Object.keys(portFlaws).toSorted(), Object.keys(flaws).toSorted())
  })

  for (const one of storeContract.filter(({ port, needs }) => port === "EventStore" && needs.length === 0))
    it.live(`but a naive store without flaws keeps it: ${one.name}`, () => Effect.flatMap(naive({}), one.run))
})
