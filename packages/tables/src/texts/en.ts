import { type Catalogue, type Named, textIn } from "@zhengyou/core"
import type { Column, TableProblem } from "../errors.ts"
import type { Words } from "./messages.ts"

const words: Words = {
  columns: {
    unit: "unit",
    panel: "panel",
    rater: "rater",
    criterion: "criterion",
    score: "score",
    raterUnit: "raterUnit",
    group: "group",
    adjustment: "adjustment",
    item: "item",
    points: "points",
    fact: "fact",
    value: "value",
    id: "id",
    name: "name",
    type: "type",
    parent: "parent",
    founded: "founded",
    closed: "closed",
    mergedInto: "mergedInto",
    level: "level",
    since: "since",
    from: "from",
    target: "target",
    applied: "applied",
    assessed: "assessed",
    decided: "decided",
    inForce: "inForce",
    problem: "problem",
    title: "title",
    kind: "kind",
    opened: "opened",
    cause: "cause",
    measures: "measures",
    owner: "owner",
    due: "due",
    status: "status",
    reopened: "reopened",
    closedOn: "closedOn",
    verifier: "verifier",
    voters: "group",
    question: "question",
    choice: "choice",
    count: "count",
    token: "token",
    pledge: "pledge",
    pledgerKind: "pledgerKind",
    pledger: "pledger",
    pledgerId: "pledgerId",
    category: "category",
    content: "content",
    indicator: "indicator",
    measureUnit: "measureUnit",
    direction: "direction",
    baseline: "baseline",
    baselineSource: "baselineSource",
    goal: "goal",
    verification: "verification",
    basis: "basis",
    urgentPosts: "urgentPosts",
    visibility: "visibility",
    whyOral: "whyOral",
    organisation: "organisation",
    publishedOn: "publishedOn"
  },
  subjects: {
    unit: "unit",
    panel: "panel",
    criterion: "criterion",
    fact: "fact",
    level: "level",
    adjustment: "adjustment",
    group: "group",
    kind: "kind",
    status: "status",
    voters: "group",
    question: "question",
    choice: "choice",
    pledgerKind: "kind of pledger",
    direction: "direction",
    visibility: "visibility"
  },
  measures: {
    bytes: "bytes",
    unzipped: "bytes once unpacked",
    rows: "rows",
    columns: "columns",
    cells: "cells",
    characters: "characters"
  }
}

const kinds = {
  csv: "a CSV file",
  xlsx: "an xlsx file",
  xls: "an old xls or encrypted file",
  other: "a file of another kind"
}

const columnsText = (columns: ReadonlyArray<Column>): string =>
  columns.map((column) => words.columns[column]).join(", ")

const namesText = (names: ReadonlyArray<Named>): string =>
  names.map(({ id, name }) => (textIn(name, "en") === id ? id : `${textIn(name, "en")} (${id})`)).join(", ")

const rangeText = (maximum: string | undefined): string =>
  maximum === undefined ? "a number of 0 or more" : `a number from 0 to ${maximum}`

/** The English texts of what can be wrong with a table. */
export const tablesTextEn: Catalogue<TableProblem> = {
  TooLarge: ({ measure, limit }) =>
    `is over the limit of ${limit} ${words.measures[measure]}: split it or leave something out`,
  WrongKind: ({ expected, found }) => `is not ${kinds[expected]} but ${kinds[found]}: save it as ${kinds[expected]}`,
  Damaged: () => "the file is damaged or incomplete: open it in a spreadsheet program and save it again",
  UnknownEncoding: () => "is neither UTF-8 nor GB18030 (GBK): save it as a CSV file in UTF-8",
  BrokenQuote: () => "a quotation mark has no partner: correct the quotation marks or export the file again",
  NoSheet: ({ found, allowed }) =>
    found === ""
      ? "has no sheet that is not hidden: show one"
      : `has no sheet "${found}", but has: ${allowed.join(", ")}`,
  BadSheetName: ({ found }) =>
    `"${found}" cannot name a sheet: use 1 to 31 characters, once only, without \\ / ? * [ ] :`,
  EmptyTable: () => "holds no data: give it a header and at least one row",
  NoHeader: ({ missing, items }) =>
    `the first 10 rows have no complete header, they lack: ${columnsText(missing)}${items.length === 0 ? "" : ` (or a column for each of: ${namesText(items)})`}`,
  UnknownColumn: ({ found, columns, items }) =>
    `the column "${found}" is not known: rename or delete it; known are ${columnsText(columns)}${items.length === 0 ? "" : `, ${namesText(items)}`}, remark`,
  DoubleColumn: ({ other }) => `is the same column as ${other}: keep one of them`,
  NamelessColumn: ({ found }) => `holds "${found}" under no header: give the column a header or clear it`,
  SummaryRow: ({ found }) => `"${found}" is no record of a unit: delete rows of totals, averages and remarks`,
  Blank: () => "is blank: fill it in",
  MergedCell: ({ from }) => `is merged with ${from}: unmerge the cells and fill in each`,
  FormulaError: ({ found }) => `the formula fails (${found}): mend it or give a value`,
  FormulaWithoutValue: () =>
    "the result of the formula was not saved: open the file in a spreadsheet program and save it again",
  DamagedIdentifier: ({ found }) =>
    `"${found}" is no longer the id that it was: make the column text and write it again`,
  NotAnIdentifier: ({ found }) =>
    `"${found}" cannot be an id: use 1 to 120 characters without line breaks or control characters`,
  UnknownName: ({ found, subject, allowed, count }) =>
    `there is no ${words.subjects[subject]} "${found}": use one of ${namesText(allowed)}${count > allowed.length ? `, … (${count} in all)` : ""}`,
  AmbiguousName: ({ found, matches }) => `"${found}" means more than one of ${namesText(matches)}: write the id`,
  NotAScore: ({ found, maximum }) => `is "${found}", but must be ${rangeText(maximum)}`,
  NotABareScore: ({ found, maximum }) =>
    `is "${found}", but must be ${rangeText(maximum)}, in digits only (as 89.5), without unit, thousands separator, per-cent sign or stroke`,
  OutOfRange: ({ found, maximum }) => `is "${found}", but must be ${rangeText(maximum)}`,
  NotALabel: ({ found, allowed, count }) =>
    `is "${found}", but must be one of ${allowed.join(", ")}${count > allowed.length ? `, … (${count} in all)` : ""}`,
  NotTheSame: ({ found, column, first }) =>
    `the ${words.columns[column]} of this sheet is "${found}", but another one in row ${first}: make them the same`,
  NotANumber: ({ found }) => `is "${found}", but must be a number such as 92.5, 46/50 or 92%`,
  NotACount: ({ found, maximum }) => `is "${found}", but must be a count: a whole number from 0 to ${maximum}`,
  MayNotRate: ({ voters, unit }) =>
    `the group "${textIn(voters.name, "en")}" does not rate "${textIn(unit.name, "en")}": correct or delete it`,
  FewerThanAnswers: ({ returned, answers }) =>
    `${returned} ballots are fewer than the ${answers} answers to a question: correct it`,
  NotAFlag: ({ found }) => `is "${found}", but must be yes or no (or 是, 否, √, ×, 1, 0)`,
  NotADay: ({ found }) => `is "${found}", but must be a day such as 2012-03-07`,
  NotABasis: ({ found }) =>
    `is "${found}", but must be a need, problem or feedback with its id, such as "problem P-12"`,
  Duplicate: ({ columns, rows: [first, second] }) =>
    `rows ${first} and ${second} have the same ${columnsText(columns)}: keep one of them`,
  MoreFaults: ({ count }) => `${count} more faults are not listed`
}

/** Where a fault stands, in English. */
export const placeEn = (row: number | undefined, column: string | undefined, header: string | undefined): string =>
  `${row === undefined ? "" : `, row ${row}`}${column === undefined ? "" : `, column ${column}`}${header === undefined ? "" : ` (${header})`}`
