import { Named } from "@zhengyou/core"
import * as Schema from "effect/Schema"

/** What a column of a table holds. */
export const Column = Schema.Literals([
  "unit",
  "panel",
  "rater",
  "criterion",
  "score",
  "raterUnit",
  "group",
  "adjustment",
  "item",
  "points",
  "fact",
  "value",
  "id",
  "name",
  "type",
  "parent",
  "founded",
  "closed",
  "mergedInto",
  "level",
  "since",
  "from",
  "target",
  "applied",
  "assessed",
  "decided",
  "inForce",
  "problem",
  "title",
  "kind",
  "opened",
  "cause",
  "measures",
  "owner",
  "due",
  "status",
  "reopened",
  "closedOn",
  "verifier",
  "voters",
  "question",
  "choice",
  "count",
  "token",
  "pledge",
  "pledgerKind",
  "pledger",
  "pledgerId",
  "category",
  "content",
  "indicator",
  "measureUnit",
  "direction",
  "baseline",
  "baselineSource",
  "goal",
  "verification",
  "basis",
  "urgentPosts",
  "visibility",
  "whyOral",
  "organisation",
  "publishedOn"
])
export type Column = typeof Column.Type

/** What a cell may name. */
export const Subject = Schema.Literals([
  "unit",
  "panel",
  "criterion",
  "fact",
  "level",
  "adjustment",
  "group",
  "kind",
  "status",
  "voters",
  "question",
  "choice",
  "pledgerKind",
  "direction",
  "visibility"
])
export type Subject = typeof Subject.Type

/** What a table can be too large in; `unzipped` is the size of an xlsx file's parts once unpacked. */
export const Measure = Schema.Literals(["bytes", "unzipped", "rows", "columns", "cells", "characters"])
export type Measure = typeof Measure.Type

const Found = { found: Schema.String }

/** Everything that can be wrong with a table: the file, its header, one row or one cell. */
export const TableProblem = Schema.TaggedUnion({
  TooLarge: { measure: Measure, limit: Schema.Int },
  WrongKind: { expected: Schema.Literals(["csv", "xlsx"]), found: Schema.Literals(["csv", "xlsx", "xls", "other"]) },
  Damaged: {},
  UnknownEncoding: {},
  BrokenQuote: {},
  NoSheet: { ...Found, allowed: Schema.Array(Schema.String) },
  BadSheetName: Found,
  EmptyTable: {},
  NoHeader: { missing: Schema.Array(Column), items: Schema.Array(Named) },
  UnknownColumn: { ...Found, columns: Schema.Array(Column), items: Schema.Array(Named) },
  DoubleColumn: { other: Schema.String },
  NamelessColumn: Found,
  SummaryRow: Found,
  Blank: {},
  MergedCell: { from: Schema.String },
  FormulaError: Found,
  FormulaWithoutValue: {},
  DamagedIdentifier: Found,
  NotAnIdentifier: Found,
  UnknownName: { ...Found, subject: Subject, allowed: Schema.Array(Named), count: Schema.Int },
  AmbiguousName: { ...Found, matches: Schema.Array(Named) },
  NotAScore: { ...Found, maximum: Schema.optionalKey(Schema.String) },
  NotABareScore: { ...Found, maximum: Schema.optionalKey(Schema.String) },
  OutOfRange: { ...Found, maximum: Schema.optionalKey(Schema.String) },
  NotALabel: { ...Found, allowed: Schema.Array(Schema.String), count: Schema.Int },
  NotTheSame: { ...Found, column: Column, first: Schema.Int },
  NotANumber: Found,
  NotACount: { ...Found, maximum: Schema.Int },
  MayNotRate: { voters: Named, unit: Named },
  FewerThanAnswers: { returned: Schema.Int, answers: Schema.Int },
  NotAFlag: Found,
  NotADay: Found,
  NotABasis: Found,
  Duplicate: { columns: Schema.Array(Column), rows: Schema.Tuple([Schema.Int, Schema.Int]) },
  MoreFaults: { count: Schema.Int }
})
export type TableProblem = typeof TableProblem.Type

/**
 * One thing that is wrong with a table, with its file, sheet, row and column as a spreadsheet program counts them.
 *
 * **Details**
 *
 * `row` counts from 1, blank rows included; `column` is the letter; `header` is the text above the column. A fault of the
 * whole file has none of these. Plain data, fit for JSON; {@link formatTableFault} writes it for people.
 */
export const TableFault = Schema.Struct({
  file: Schema.String,
  sheet: Schema.optionalKey(Schema.String),
  row: Schema.optionalKey(Schema.Int),
  column: Schema.optionalKey(Schema.String),
  header: Schema.optionalKey(Schema.String),
  problem: TableProblem
}).annotate({ identifier: "TableFault" })
export interface TableFault extends Schema.Schema.Type<typeof TableFault> {}

/** The faults of one table, in the order in which they were met; never none. */
export type TableFaults = readonly [TableFault, ...ReadonlyArray<TableFault>]

/** How many faults of one table are listed; a last one, `MoreFaults`, counts the rest. */
export const faultLimit = 1000
