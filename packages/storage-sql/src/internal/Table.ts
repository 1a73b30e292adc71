/** What a column holds: `id` up to 120 characters, `hash` 64, `position` a whole number that counts over the whole store. */
export type ColumnType = "id" | "text" | "hash" | "instant" | "integer" | "position"

export interface Column {
  readonly name: string
  readonly type: ColumnType
  readonly nullable?: true
  /** For whoever looks at the database. */
  readonly comment: string
}

export interface Table {
  readonly name: string
  readonly comment: string
  readonly columns: ReadonlyArray<Column>
  readonly primaryKey: ReadonlyArray<string>
  readonly unique: ReadonlyArray<ReadonlyArray<string>>
}

/** A question that is asked often, as a view. */
export interface View {
  readonly name: string
  readonly comment: string
  readonly select: string
}

/** The names of our tables in one database. */
export interface Names {
  readonly migrations: string
  readonly events: string
  readonly head: string
  readonly streams: string
  readonly commands: string
}

/** A prefix was checked before it comes here, so the names need no quotes in any database. */
export const namesOf = (prefix: string): Names => ({
  migrations: `${prefix}migrations`,
  events: `${prefix}events`,
  head: `${prefix}head`,
  streams: `${prefix}streams`,
  commands: `${prefix}commands`
})

/**
 * `part` is the place of an event among those of its command, from 0, so that the database itself keeps a command id from
 * being used twice in a stream.
 */
export const eventsTable = ({ events }: Names): Table => ({
  name: events,
  comment: "Every event of every stream; rows are only ever added",
  columns: [
    { name: "position", type: "position", comment: "Place in the whole store, from 1 without gaps" },
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
export const headTable = ({ head }: Names): Table => ({
  name: head,
  comment: "The position of the last event; its one row is locked by whoever appends",
  columns: [
    { name: "one", type: "integer", comment: "Always 1" },
    { name: "position", type: "position", comment: "The position of the last event" }
  ],
  primaryKey: ["one"],
  unique: []
})

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
