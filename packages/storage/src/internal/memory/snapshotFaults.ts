import { type Fault, foundText, type Id, mergeTallies, Poll, Recorded, Tally } from "@zhengyou/core"
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Electorate } from "../../BallotBox.ts"
import { verifyStream } from "../../Chain.ts"
import type { SnapshotProblem } from "../../errors.ts"
import { vetPoll } from "../../vetPoll.ts"

const Hash = Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/, { expected: "64 hexadecimal digits" })).annotate({
  expected: "64 hexadecimal digits"
})

/** A poll with its tokens and counts. */
const KeptPoll = Schema.Struct({
  poll: Poll,
  isClosed: Schema.Boolean,
  tokens: Schema.Array(Schema.Struct({ hash: Hash, ...Electorate.fields, isUsed: Schema.Boolean })),
  tally: Tally
})
export type KeptPoll = typeof KeptPoll.Type

/** A store in memory as JSON. */
export const Snapshot = Schema.Struct({
  format: Schema.Literal("zhengyou/memory@1"),
  log: Schema.Array(Recorded),
  /** The versions of read models that are built; their rows follow from the log. */
  readModels: Schema.Array(Schema.Struct({ name: Schema.String, version: Schema.Int })),
  polls: Schema.Array(KeptPoll)
})

type Faults = ReadonlyArray<Fault<SnapshotProblem>>

const notAllowed = (path: ReadonlyArray<string | number>, expected: string, found: unknown): Faults => [
  { path, problem: { _tag: "NotAllowed", expected, found: foundText(found) } }
]

/** The records of each stream in their order. */
const byStream = (log: ReadonlyArray<Recorded>): ReadonlyMap<string, ReadonlyArray<Recorded>> => {
  const streams = new Map<string, Array<Recorded>>()
  for (const record of log) {
    const records = streams.get(record.stream)
    if (records === undefined) streams.set(record.stream, [record])
    else records.push(record)
  }
  return streams
}

const logFaults = (log: ReadonlyArray<Recorded>): Faults => [
  ...log.flatMap(({ position }, i) =>
    position === i + 1 ? [] : notAllowed(["log", i, "position"], `the number ${i + 1}`, position)
  ),
  ...Array.from(
    byStream(log).values(),
    (records): Faults =>
      Result.match(verifyStream(records), {
        onSuccess: () => [],
        onFailure: ({ stream, breaks }) => [{ path: ["log"], problem: { _tag: "ChainBroken", stream, breaks } }]
      })
  ).flat(),
  ...commandFaults(log)
]

/** A command is answered with all its records, so they stand one after the other. */
const commandFaults = (log: ReadonlyArray<Recorded>): Faults => {
  const last = new Map<string, { readonly commandId: string; readonly done: Set<string> }>()
  return log.flatMap(({ stream, commandId }, i): Faults => {
    const before = last.get(stream)
    if (before?.commandId === commandId) return []
    const done = before?.done ?? new Set()
    const isAgain = done.has(commandId)
    last.set(stream, { commandId, done: done.add(commandId) })
    return isAgain ? [{ path: ["log", i, "commandId"], problem: { _tag: "Doubled" } }] : []
  })
}

const doubled = (keys: ReadonlyArray<string>, path: (i: number) => ReadonlyArray<string | number>): Faults => {
  const seen = new Set<string>()
  return keys.flatMap((key, i): Faults => {
    const isAgain = seen.has(key)
    seen.add(key)
    return isAgain ? [{ path: path(i), problem: { _tag: "Doubled" } }] : []
  })
}

const notInPoll = (path: ReadonlyArray<string | number>, found: string, known: ReadonlyArray<Id>): Faults =>
  known.includes(found) ? [] : [{ path, problem: { _tag: "NotInPoll", found, known } }]

/** A ballot makes one choice in a question, so the choices are no more than the ballots that came in. */
const surplusFaults = ({ returned, choices }: Tally): Faults => {
  const left = new Map(returned.map(({ subject, group, ballots }) => [JSON.stringify([subject, group]), ballots]))
  const chosen = new Map<string, number>()
  return choices.flatMap(({ subject, group, question, ballots }, i) => {
    const key = JSON.stringify([subject, group, question])
    const sum = (chosen.get(key) ?? 0) + ballots
    chosen.set(key, sum)
    const limit = left.get(JSON.stringify([subject, group])) ?? 0
    return sum <= limit
      ? []
      : notAllowed(["tally", "choices", i, "ballots"], "at most the ballots that came in", ballots)
  })
}

const tallyFaults = ({ poll, tally, tokens }: KeptPoll): Faults => {
  const groups = poll.groups.map(({ id }) => id)
  const counts = new Map<string, number>()
  for (const { group, isUsed } of tokens) if (isUsed) counts.set(group, (counts.get(group) ?? 0) + 1)
  const used = (group: string) => counts.get(group) ?? 0
  return [
    ...(Equal.equals(mergeTallies(tally), tally) ? [] : notAllowed(["tally"], "counts in order", "")),
    ...tally.returned.flatMap(({ subject, group, ballots }, i) => [
      ...notInPoll(["tally", "returned", i, "subject"], subject, poll.subjects),
      ...notInPoll(["tally", "returned", i, "group"], group, groups),
      ...(ballots <= used(group)
        ? []
        : notAllowed(["tally", "returned", i, "ballots"], "at most the tokens used", ballots))
    ]),
    ...surplusFaults(tally),
    ...tally.choices.flatMap(({ subject, group, question, choice }, i) => {
      const asked = poll.questions.find(({ id }) => id === question)
      const at = (field: string) => ["tally", "choices", i, field]
      return [
        ...notInPoll(at("subject"), subject, poll.subjects),
        ...notInPoll(at("group"), group, groups),
        ...(asked === undefined
          ? notInPoll(
              at("question"),
              question,
              poll.questions.map(({ id }) => id)
            )
          : notInPoll(at("choice"), choice, asked.choices))
      ]
    })
  ]
}

const pollFaults = (kept: KeptPoll): Faults => {
  const poll = vetPoll(kept.poll)
  const faults: Faults = Result.isFailure(poll)
    ? poll.failure.faults.map(({ path, problem }) => ({ path: ["poll", ...path], problem }))
    : []
  const groups = kept.poll.groups.map(({ id }) => id)
  return [
    ...faults,
    ...kept.tokens.flatMap(({ group, except }, i) => [
      ...notInPoll(["tokens", i, "group"], group, groups),
      ...(except === undefined ? [] : notInPoll(["tokens", i, "except"], except, kept.poll.subjects))
    ]),
    ...doubled(
      kept.tokens.map(({ hash }) => hash),
      (i) => ["tokens", i, "hash"]
    ),
    ...tallyFaults(kept)
  ]
}

/** Everything that is wrong with a snapshot of the right shape. */
export const snapshotFaults = ({ log, readModels, polls }: typeof Snapshot.Type): Faults => [
  ...logFaults(log),
  ...doubled(
    readModels.map(({ name }) => name),
    (i) => ["readModels", i, "name"]
  ),
  ...doubled(
    polls.map(({ poll }) => poll.id),
    (i) => ["polls", i, "poll", "id"]
  ),
  ...polls.flatMap((poll, i) => pollFaults(poll).map(({ path, problem }) => ({ path: ["polls", i, ...path], problem })))
]
