import {
  CalendarDate,
  type Cell,
  type Column,
  CommandMeta,
  type Fault,
  foundText,
  type InputProblem,
  type ReadModel
} from "@zhengyou/core"
import * as Schema from "effect/Schema"

const isDate = Schema.is(CalendarDate)
const isInstant = Schema.is(CommandMeta.fields.at)

const decimal = /^-?(0|[1-9]\d*)(?:\.(\d+))?$/

const isDecimal = (text: string, digits: number, places: number): boolean => {
  const parts = decimal.exec(text)
  if (parts === null || (parts[2] ?? "").length !== places) return false
  // Nought has no sign, and the nought before the point is no digit of its own.
  const count = text.replace(/^-?0?|\./g, "").replaceAll(".", "").length
  return count <= digits && !/^-[0.]*$/.test(text)
}

/** The characters of a text as databases count them. */
const lengthOf = (text: string): number => {
  let length = 0
  for (const _ of text) length += 1
  return length
}

const isText = (text: string, max: number): boolean =>
  // A text of more units than twice the characters need not be counted.
  text.length <= max * 2 && lengthOf(text) <= max && text.isWellFormed() && !text.includes("\u0000")

const holds = (column: Column, value: unknown): boolean => {
  if (value === null) return column.optional === true
  switch (column.type) {
    case "text":
      return typeof value === "string" && isText(value, column.max)
    case "decimal":
      return typeof value === "string" && isDecimal(value, column.digits, column.places)
    case "integer":
      return Number.isSafeInteger(value) && !Object.is(value, -0)
    case "flag":
      return typeof value === "boolean"
    case "date":
      return isDate(value)
    case "instant":
      return isInstant(value)
  }
}

const expectedOf = (column: Column): string => {
  switch (column.type) {
    case "text":
      return `a text of at most ${column.max} characters, without NUL`
    case "decimal":
      return `a decimal with ${column.places} decimals and at most ${column.digits} digits`
    case "integer":
      return "an integer"
    case "flag":
      return "true or false"
    case "date":
      return "a day as YYYY-MM-DD"
    case "instant":
      return "an instant such as 2012-04-01T08:00:00Z"
  }
}

/** An instant to the millisecond, always with three decimals, so that its order as text is its order in time. */
const toMilliseconds = (instant: string): string => {
  const [seconds = "", fraction = ""] = instant.slice(0, -1).split(".")
  return `${seconds}.${fraction.slice(0, 3).padEnd(3, "0")}Z`
}

/** A value as every adapter keeps it; call it with values that the column holds only. */
const asKept = (column: Column, value: Cell): Cell =>
  column.type === "instant" && typeof value === "string" ? toMilliseconds(value) : value

/** Columns of a model by their names. */
export const columnsOf = (model: ReadModel, of: "key" | "rest" | "all"): ReadonlyMap<string, Column> => {
  const keys: ReadonlyArray<string | number> = model.key
  return new Map(
    Object.entries(model.columns).filter(([name]) => of === "all" || keys.includes(name) === (of === "key"))
  )
}

/** Values for columns, as every adapter keeps them, or all that is wrong with them. */
export interface Cells {
  readonly cells: { readonly [name: string]: Cell }
  readonly faults: ReadonlyArray<Fault<InputProblem>>
}

/** Holds values against the columns that they are for; those of `required` must all be there. */
export const cellsFor = (
  columns: ReadonlyMap<string, Column>,
  values: object,
  required: ReadonlyArray<string>,
  path: ReadonlyArray<string>
): Cells => {
  const cells: Record<string, Cell> = {}
  const faults: Array<Fault<InputProblem>> = []
  for (const [name, value] of Object.entries(values)) {
    const column = columns.get(name)
    if (column === undefined) faults.push({ path: [...path, name], problem: { _tag: "Unexpected" } })
    else if (holds(column, value)) cells[name] = asKept(column, value)
    else
      faults.push({
        path: [...path, name],
        problem: { _tag: "NotAllowed", expected: expectedOf(column), found: foundText(value) }
      })
  }
  for (const name of required)
    if (!Object.hasOwn(values, name)) faults.push({ path: [...path, name], problem: { _tag: "Missing" } })
  return { cells, faults }
}
