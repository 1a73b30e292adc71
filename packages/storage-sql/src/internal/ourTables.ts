/** Our own tables and views; those of read models come from the read models. */
import type { Names, Table, View } from "./Table.ts"

/**
 * `part` is the place of an event among those of its command, from 0, so that the database itself keeps a command id from
 * being used twice in a stream.
 */
export const eventsTable = ({ events }: Names): Table => ({
  name: events,
  comment: "Every event of every stream; rows are only ever added",
  columns: [
    { name: "position", type: "count", comment: "Place in the whole store, from 1 without gaps" },
    { name: "stream", type: "id", comment: "What the event belongs to, such as one round" },
    { name: "version", type: "integer", comment: "Place in the stream, from 1 without gaps" },
    { name: "part", type: "integer", comment: "Place among the events of the command, from 0" },
    { name: "type", type: "id", comment: "What happened" },
    { name: "schema_version", type: "integer", comment: "Version of the shape of the data" },
    { name: "data", type: "text", comment: "The particulars as JSON, kept byte for byte since the hash covers them" },
    { name: "command_id", type: "id", comment: "The command that brought the event about, once in its stream" },
    { name: "actor", type: "id", comment: "The role or account that gave the command" },
    { name: "at", type: "instant", comment: "When, as ISO 8601 in UTC" },
    { name: "why", type: "text", nullable: true, comment: "The reason that was given" },
    { name: "hash", type: "hash", comment: "SHA-256 of this record and of the hash before it in the stream" }
  ],
  primaryKey: ["position"],
  unique: [
    ["stream", "version"],
    ["stream", "command_id", "part"]
  ]
})

/** One row: whoever appends holds it until the commit, so positions come in the order in which records become visible. */
export const headTable = ({ head }: Names, kind: "counts" | "locks"): Table => ({
  name: head,
  comment: "The end of the log; its one row is locked by whoever appends",
  columns: [
    { name: "one", type: "integer", comment: "Always 1" },
    ...(kind === "counts"
      ? [{ name: "position", type: "count", comment: "The position of the last event" } as const]
      : [])
  ],
  primaryKey: ["one"],
  unique: []
})

/** Which rows of which read model are good, and up to where. */
export const modelsTable = ({ models }: Names): Table => ({
  name: models,
  comment: "Which rows of each read model are good, and up to which event",
  columns: [
    { name: "model", type: "id", comment: "The name of the read model" },
    { name: "version", type: "integer", comment: "Its version; each has a table of its own" },
    { name: "generation", type: "integer", comment: "The rows that are good; 0 while there are none" },
    { name: "position", type: "count", comment: "The last event that these rows have taken in" },
    { name: "building", type: "integer", comment: "The rows that a rebuild is making; 0 while there is none" },
    { name: "reached", type: "count", comment: "The last event that the rebuild has taken in" },
    { name: "latest", type: "integer", comment: "The last number that was given to rows" }
  ],
  primaryKey: ["model", "version"],
  unique: []
})

/** Of a voter only whether, of a vote only how many: no row for a ballot, no time, no order. */
export const ballotTables = ({ polls, tokens, returned, choices }: Names): ReadonlyArray<Table> => {
  const poll = { name: "poll", type: "id", comment: "The poll" } as const
  const counted = [
    poll,
    { name: "subject", type: "id", comment: "Whom or what the ballots rate" },
    { name: "voter_group", type: "id", comment: "The group of the voters" }
  ] as const
  const ballots = { name: "ballots", type: "count", comment: "How many ballots" } as const
  return [
    {
      name: polls,
      comment: "Polls",
      columns: [
        poll,
        { name: "contents", type: "text", comment: "Subjects, groups, questions and choices as JSON" },
        { name: "closed", type: "flag", comment: "Whether the poll has ended" }
      ],
      primaryKey: ["poll"],
      unique: []
    },
    {
      name: tokens,
      comment: "The hashes of the tokens that voters were given; a token itself is kept nowhere",
      columns: [
        poll,
        { name: "hash", type: "hash", comment: "SHA-256 of the token" },
        { name: "voter_group", type: "id", comment: "The group of its bearer" },
        { name: "excepted", type: "id", nullable: true, comment: "The subject that its bearer does not rate" },
        { name: "used", type: "flag", comment: "Whether a vote came in with it" }
      ],
      primaryKey: ["poll", "hash"],
      unique: []
    },
    {
      name: returned,
      comment: "How many ballots came in about each subject, blank ones included",
      columns: [...counted, ballots],
      primaryKey: ["poll", "subject", "voter_group"],
      unique: []
    },
    {
      name: choices,
      comment: "How many ballots made each choice",
      columns: [
        ...counted,
        { name: "question", type: "id", comment: "The question" },
        { name: "choice", type: "id", comment: "The choice" },
        ballots
      ],
      primaryKey: ["poll", "subject", "voter_group", "question", "choice"],
      unique: []
    }
  ]
}

/** The questions that are asked most, as views. */
export const views = ({ events, streams, commands }: Names): ReadonlyArray<View> => [
  {
    name: streams,
    comment: "Where each stream stands",
    select: `SELECT stream, MAX(version) AS version, MIN(at) AS first_at, MAX(at) AS last_at FROM ${events} GROUP BY stream`
  },
  {
    name: commands,
    comment: "Who did what, when and why",
    select:
      "SELECT stream, command_id, actor, at, why, MIN(version) AS first_version, MAX(version) AS last_version, " +
      `COUNT(*) AS events FROM ${events} GROUP BY stream, command_id, actor, at, why`
  }
]

/** Polls that have ended, counted over all groups: before that nobody should look. */
export const tallyView = ({ polls, choices, tallies }: Names): View => ({
  name: tallies,
  comment: "Polls that have ended: how many ballots of all groups made each choice",
  select:
    `SELECT c.poll, c.subject, c.question, c.choice, SUM(c.ballots) AS ballots FROM ${choices} c ` +
    `JOIN ${polls} p ON p.poll = c.poll AND p.closed = TRUE GROUP BY c.poll, c.subject, c.question, c.choice`
})
