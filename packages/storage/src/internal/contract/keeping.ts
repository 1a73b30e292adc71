import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type * as Schema from "effect/Schema"
import { verifyStream } from "../../Chain.ts"
import { EventStore } from "../../EventStore.ts"
import { contractCase, refused, same } from "./check.ts"
import { eventsOf, metaOf } from "./points.ts"

const unchanged = contractCase(
  "texts, keys and numbers survive unchanged",
  Effect.gen(function* () {
    const store = yield* EventStore
    const data: ReadonlyArray<Schema.Json> = [
      { 单位: "𠮷林路支部", 等级: "先进", "🏫": "𝟛" },
      ["__proto__", "constructor", "'; --", '"', "\\", "\u0000", "\r\n\t", "", " ", "e\u0301", "\u00e9", "\u202e"],
      { toString: 1, hasOwnProperty: 2, "": 3, " ": 4, "a.b": 5, "0": 6 },
      [0.1, -1.5, 5e-324, 1e21, 9007199254740991, -9007199254740991, 0],
      [null, true, false, [], {}, [[[[{ deep: [1] }]]]]]
    ]
    yield* store.append("s", 0, eventsOf(...data), {
      ...metaOf("𠮷-1"),
      actor: "书记员𠮷",
      why: "按“通知”\n第 7 号 😀"
    })
    const kept = yield* store.read("s")
    yield* same(
      "the data",
      kept.map((record) => record.data),
      data
    )
    yield* same("the order of keys", JSON.stringify(kept.map((record) => record.data)), JSON.stringify(data))
    const last = kept.at(-1)
    yield* same(
      "the particulars",
      [last?.commandId, last?.actor, last?.why],
      ["𠮷-1", "书记员𠮷", "按“通知”\n第 7 号 😀"]
    )
  })
)

const large = contractCase(
  "a megabyte in one event survives unchanged",
  Effect.gen(function* () {
    const store = yield* EventStore
    const text = "先进𠮷a".repeat(100_000)
    yield* store.append("s", 0, eventsOf({ text }), metaOf("c1"))
    const [record] = yield* store.read("s")
    yield* same("the text", record?.data, { text })
  })
)

const hostileNames = contractCase(
  "names that look like SQL or like one another are only names",
  Effect.gen(function* () {
    const store = yield* EventStore
    const names = [
      "x'; DROP TABLE zhengyou_events; --",
      "x' OR '1'='1",
      'x"',
      "x%",
      "x_",
      "x?",
      "x$1",
      "x\\",
      "x",
      "X",
      "ｘ",
      "é",
      "e\u0301"
    ]
    for (const name of names) {
      yield* same(`"${name}" before`, yield* store.read(name), [])
      yield* store.append(name, 0, eventsOf(name), { ...metaOf(name), actor: name, why: name })
    }
    for (const name of names) {
      const kept = yield* store.read(name)
      const found = kept.map((record) => [record.stream, record.actor, record.commandId, record.why, record.data])
      yield* same(`"${name}" after`, found, [[name, name, name, name, name]])
    }
    yield* same(
      "the whole store",
      (yield* store.readAll(0, 100)).map((record) => record.stream),
      names
    )
  })
)

const notStorable = contractCase(
  "what cannot be kept faithfully is refused with every fault",
  Effect.gen(function* () {
    const store = yield* EventStore
    const meta = { ...metaOf(""), at: "yesterday" }
    const malformed = yield* refused("a malformed append", "NotStorable", store.append(" ", 0, eventsOf(1), meta))
    yield* same(
      "the faults",
      malformed.faults.map((fault) => fault.path),
      [["stream"], ["meta", "commandId"], ["meta", "at"]]
    )
    const unfit = [Number.NaN, Number.POSITIVE_INFINITY, "\ud800", JSON.parse('{"__proto__":1}'), nested(100)]
    for (const data of unfit)
      yield* refused("unfit data", "NotStorable", store.append("s", 0, eventsOf(1, data), metaOf("c1")))
    yield* same("the whole store", yield* store.readAll(0, 10), [])
  })
)

const lengths = contractCase(
  "names of 120 characters are kept whatever the characters, and longer ones are refused",
  Effect.gen(function* () {
    const store = yield* EventStore
    for (const character of ["x", "先", "𠮷"]) {
      const [longest, tooLong] = [character.repeat(120), character.repeat(121)]
      yield* store.append(longest, 0, eventsOf(1), { ...metaOf(longest), actor: longest })
      const [record] = yield* store.read(longest)
      yield* same("the names", [record?.stream, record?.commandId, record?.actor], [longest, longest, longest])
      const refusal = yield* refused(
        "names that are too long",
        "NotStorable",
        store.append(tooLong, 0, [{ type: tooLong, schemaVersion: 1, data: 1 }], {
          ...metaOf(tooLong),
          actor: tooLong,
          why: "x".repeat(2001)
        })
      )
      yield* same(
        "the faults",
        refusal.faults.map(({ path }) => path.join(".")),
        ["stream", "events.0.type", "meta.commandId", "meta.actor", "meta.why"]
      )
      yield* same("a stream with such a name", yield* store.read(tooLong), [])
    }
    const meta = { ...metaOf("c\u0000"), why: "a\u0000" }
    yield* refused("NUL in names", "NotStorable", store.append("s\u0000", 0, eventsOf(1), meta))
    yield* same("a stream with NUL in its name", yield* store.read("s\u0000"), [])
    yield* same("the whole store", (yield* store.readAll(0, 10)).length, 3)
  })
)

const nested = (depth: number): ReadonlyArray<never> => JSON.parse("[".repeat(depth) + "]".repeat(depth))

const copies = contractCase(
  "what a reader or writer does to records later does not reach the store",
  Effect.gen(function* () {
    const store = yield* EventStore
    const data = { points: 1 }
    const { records } = yield* store.append("s", 0, eventsOf(data), metaOf("c1"))
    const before = yield* store.read("s")
    const text = JSON.stringify(before)
    for (const record of [...records, ...before]) Object.assign(record, { actor: "somebody else" })
    Object.assign(data, { points: 2 })
    yield* same("the stream", JSON.stringify(yield* store.read("s")), text)
  })
)

const chained = contractCase(
  "the records of a stream are a sound chain, and any change to them is found",
  Effect.gen(function* () {
    const store = yield* EventStore
    yield* store.append("s", 0, eventsOf({ points: 1 }, { points: 2 }), metaOf("c1"))
    yield* store.append("t", 0, eventsOf({ points: 9 }), metaOf("c1"))
    yield* store.append("s", 2, eventsOf({ points: 3 }), { ...metaOf("c2"), why: "late" })
    const records = yield* store.read("s")
    const head = yield* Effect.fromResult(verifyStream(records))
    yield* same("the version of the head", head.version, 3)
    const versionsAtFault = (changed: typeof records) =>
      Result.match(verifyStream(changed, head), {
        onSuccess: () => [],
        onFailure: (error) => error.breaks.map((found) => found.version)
      })
    const edits = [
      { data: { points: 20 } },
      { actor: "x" },
      { at: "2012-04-02T08:00:00Z" },
      { type: "X" },
      { commandId: "x" },
      { schemaVersion: 2 },
      { why: "x" }
    ]
    for (const edit of edits) {
      const edited = records.map((record) => (record.version === 2 ? { ...record, ...edit } : record))
      yield* same(`the fault after changing ${Object.keys(edit)}`, versionsAtFault(edited), [2])
    }
    yield* same("the fault after removing the second", versionsAtFault(records.toSpliced(1, 1))[0], 2)
    yield* same("the fault after cutting the last", versionsAtFault(records.slice(0, 2)), [3])
    yield* same(
      "the fault after swapping the first two",
      versionsAtFault(records.toSorted((a, b) => Number(a.version === 1) - Number(b.version === 1)))[0],
      1
    )
    yield* same(
      "the fault after inserting from elsewhere",
      versionsAtFault(records.toSpliced(1, 0, ...(yield* store.read("t"))))[0],
      2
    )
  })
)

/** How faithfully a store keeps what it is given. */
export const keeping = [unchanged, large, hostileNames, notStorable, lengths, copies, chained]
