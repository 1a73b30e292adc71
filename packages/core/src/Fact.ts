import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { CalendarDate, parseDate } from "./CalendarDate.ts"
import { Exact, formatExact, parseExact } from "./Exact.ts"
import { Id } from "./Ladder.ts"
import { Text } from "./Text.ts"

/** The kinds of value that a fact can have. */
export const FactType = Schema.Literals(["number", "flag", "level", "date", "text"])
export type FactType = typeof FactType.Type

/** The value of a fact, tagged with its kind. */
export const FactValue = Schema.TaggedUnion({
  Number: { value: Exact },
  Flag: { value: Schema.Boolean },
  Level: { value: Id },
  Date: { value: CalendarDate },
  Text: { value: Schema.String }
}).annotate({ identifier: "FactValue", expected: "a value tagged Number, Flag, Level, Date or Text" })
export type FactValue = typeof FactValue.Type

/**
 * The announcement that a rule book knows a fact: its id, its name and the kind of its value.
 *
 * **Details**
 *
 * `minimum` and `maximum` are the bounds of a number, both included: a rate that may be at most 1 is never 95 for 95 %.
 */
export const FactDeclaration = Schema.Struct({
  id: Id,
  name: Text,
  type: FactType,
  minimum: Schema.optionalKey(Exact),
  maximum: Schema.optionalKey(Exact)
}).annotate({
  identifier: "FactDeclaration"
})
export interface FactDeclaration extends Schema.Schema.Type<typeof FactDeclaration> {}

/** A named value about one unit (事实), such as its satisfaction rate or a veto. */
export const Fact = Schema.Struct({ unit: Id, fact: Id, value: FactValue }).annotate({ identifier: "Fact" })
export interface Fact extends Schema.Schema.Type<typeof Fact> {}

/** A plain JSON scalar, as rule books and files write values. */
export const Scalar = Schema.Union([Schema.String, Schema.Number, Schema.Boolean])
export type Scalar = typeof Scalar.Type

const isId = Schema.is(Id)

const numberFrom = (scalar: Scalar): FactValue | undefined => {
  if (typeof scalar === "boolean") return undefined
  const value = parseExact(scalar)
  return Result.isSuccess(value) ? { _tag: "Number", value: value.success } : undefined
}

const dateFrom = (scalar: Scalar): FactValue | undefined => {
  const value = typeof scalar === "string" ? parseDate(scalar) : undefined
  return value !== undefined && Result.isSuccess(value) ? { _tag: "Date", value: value.success } : undefined
}

/**
 * Reads a plain scalar as a value of a kind; nothing where it is not of that kind.
 *
 * @example
 * ```ts
 * import { factValueFrom } from "@zhengyou/core"
 *
 * factValueFrom("flag", true) // => { _tag: "Flag", value: true }
 * factValueFrom("number", "sheep") // => undefined
 * ```
 */
export const factValueFrom = (type: FactType, scalar: Scalar): FactValue | undefined => {
  switch (type) {
    case "number":
      return numberFrom(scalar)
    case "flag":
      return typeof scalar === "boolean" ? { _tag: "Flag", value: scalar } : undefined
    case "date":
      return dateFrom(scalar)
    case "level":
      return isId(scalar) ? { _tag: "Level", value: scalar } : undefined
    case "text":
      return typeof scalar === "string" ? { _tag: "Text", value: scalar } : undefined
  }
}

/** Whether a value is of a kind. */
export const isOfType = (type: FactType, value: FactValue): boolean => value._tag.toLowerCase() === type

/** Writes a value plainly, for people and for comparison as text. */
export const formatFactValue = (value: FactValue): string =>
  value._tag === "Number" ? formatExact(value.value) : String(value.value)
