import type { Column as Cells } from "@zhengyou/core"

/**
 * What a column holds: a column of a read model, or `id` up to 120 characters, `hash` 64, `count` a whole number that
 * counts over the whole store.
 */
export type ColumnType = "id" | "text" | "hash" | "instant" | "integer" | "count" | "flag" | { readonly cells: Cells }

interface Column {
  readonly name: string
  readonly type: ColumnType
  readonly nullable?: boolean
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

/** The names of our tables and views in one database. */
export interface Names extends ReturnType<typeof namesOf> {}

/** A prefix was checked before it comes here. */
export const namesOf = (prefix: string) => ({
  prefix,
  migrations: `${prefix}migrations`,
  events: `${prefix}events`,
  head: `${prefix}head`,
  streams: `${prefix}streams`,
  commands: `${prefix}commands`,
  models: `${prefix}read_models`,
  polls: `${prefix}polls`,
  tokens: `${prefix}tokens`,
  returned: `${prefix}ballots_returned`,
  choices: `${prefix}ballots_by_choice`,
  tallies: `${prefix}tallies`
})
