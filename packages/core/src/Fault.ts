import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type * as SchemaAST from "effect/SchemaAST"
import * as SchemaIssue from "effect/SchemaIssue"
import type { Message } from "./Catalogue.ts"
import { formatExact, isExact } from "./Exact.ts"
import { vetJson } from "./Json.ts"

/** Where something stands in a piece of data: keys and indices from the outside in. */
export const Path = Schema.Array(Schema.Union([Schema.String, Schema.Number]))
export type Path = typeof Path.Type

/** One thing that is wrong with some input: where it stands and what the problem is. */
export interface Fault<Problem extends Message> {
  readonly path: Path
  readonly problem: Problem
}

/** What can be wrong with the shape of input, whatever it is about. */
export const InputProblem = Schema.TaggedUnion({
  Missing: {},
  Unexpected: {},
  NotAllowed: { expected: Schema.String, found: Schema.String },
  NotJson: { line: Schema.Int, column: Schema.Int },
  DuplicateKey: { key: Schema.String },
  ForbiddenKey: { key: Schema.String },
  LoneSurrogate: {},
  NotPlain: { found: Schema.String },
  TooDeep: { limit: Schema.Int },
  TooLarge: { limit: Schema.Int }
})
export type InputProblem = typeof InputProblem.Type

/** Writes a path as one reads it in code: `bands[2].from`. */
export const formatPath = (path: Path): string =>
  path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? key : `${text}.${key}`),
    ""
  )

/** Characters that steer a terminal or turn a line around, as the code that one can read. */
const visible = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `\\u${code.toString(16).padStart(4, "0")}`
  })

/** A short rendering of a value that was found, whatever its size, without characters that steer a terminal. */
export const foundText = (value: unknown): string => {
  if (typeof value === "string") {
    return `"${visible(value.length > 60 ? `${value.slice(0, 60).toWellFormed()}…` : value)}"`
  }
  if (Array.isArray(value)) return `[… ${value.length}]`
  if (isExact(value)) return formatExact(value).slice(0, 60)
  if (typeof value === "object" && value !== null) return "{…}"
  return String(value)
}

const kinds: Record<string, string> = {
  String: "a text",
  Number: "a number",
  Boolean: "true or false",
  Objects: "an object",
  Arrays: "a list"
}

const expectedOf = (ast: SchemaAST.AST): string => {
  const stated = ast.annotations?.["expected"]
  if (typeof stated === "string") return stated
  if (ast._tag === "Literal") return JSON.stringify(ast.literal)
  if (ast._tag === "Union") return [...new Set(ast.types.map(expectedOf))].join(" | ")
  return kinds[ast._tag] ?? "another value"
}

/** How far an alternative is from having been meant: keys that it does not know, depth not reached, faults. */
const distanceOf = (faults: ReadonlyArray<Fault<InputProblem>>, path: Path): readonly [number, number, number] => {
  const unknown = faults.filter(
    ({ path: at, problem }) => problem._tag === "Unexpected" && at.length === path.length + 1
  )
  const depth = faults.reduce((deepest, { path: at }) => Math.max(deepest, at.length), 0)
  return [unknown.length, -depth, faults.length]
}

/** The faults of the alternative that was meant; nothing where none stands out. */
const meantOf = (
  alternatives: ReadonlyArray<ReadonlyArray<Fault<InputProblem>>>,
  path: Path
): ReadonlyArray<Fault<InputProblem>> | undefined => {
  const [nearest, next] = alternatives
    .filter((faults) => faults.some((fault) => fault.path.length > path.length))
    .map((faults) => ({ faults, distance: distanceOf(faults, path) }))
    .toSorted((a, b) => a.distance.map((x, i) => x - (b.distance[i] ?? 0)).find((x) => x !== 0) ?? 0)
  const tied = next !== undefined && nearest?.distance.every((x, i) => x === next.distance[i])
  return tied ? undefined : nearest?.faults
}

/** What names an alternative by its `_tag`, where it has one. */
const tagOf = (ast: SchemaAST.AST): SchemaAST.AST | undefined =>
  ast._tag === "Objects" ? ast.propertySignatures.find(({ name }) => name === "_tag")?.type : undefined

/** The fault of a `_tag` that names none of the alternatives; nothing where they are not told apart by tags, or say themselves what is expected. */
const tagFault = (issue: SchemaIssue.AnyOf, path: Path): ReadonlyArray<Fault<InputProblem>> | undefined => {
  const input = SchemaIssue.hasInput(issue) ? issue.input : undefined
  const tags = issue.ast.types.map(tagOf).filter((tag) => tag !== undefined)
  if (issue.issues.length > 0 || tags.length < issue.ast.types.length) return undefined
  if (issue.ast.annotations?.["expected"] !== undefined) return undefined
  if (typeof input !== "object" || input === null || Array.isArray(input)) return undefined
  if (!("_tag" in input)) return [{ path: [...path, "_tag"], problem: { _tag: "Missing" } }]
  const expected = [...new Set(tags.map(expectedOf))].join(" | ")
  return [{ path: [...path, "_tag"], problem: { _tag: "NotAllowed", expected, found: foundText(input._tag) } }]
}

const expectedOfFilter = (issue: SchemaIssue.Filter): string => {
  const inner = issue.issue._tag === "InvalidValue" ? issue.issue.annotations : undefined
  return inner?.message ?? inner?.expected ?? issue.filter.annotations?.expected ?? "another value"
}

const faultsOf = (issue: SchemaIssue.Issue, path: Path): ReadonlyArray<Fault<InputProblem>> => {
  const notAllowed = (expected: string): ReadonlyArray<Fault<InputProblem>> => {
    const found = SchemaIssue.hasInput(issue) ? foundText(issue.input) : ""
    return [{ path, problem: { _tag: "NotAllowed", expected, found } }]
  }
  switch (issue._tag) {
    case "MissingKey":
      return [{ path, problem: { _tag: "Missing" } }]
    case "UnexpectedKey":
      return [{ path, problem: { _tag: "Unexpected" } }]
    case "Pointer":
      return faultsOf(issue.issue, [...path, ...issue.path.map((key) => (typeof key === "number" ? key : String(key)))])
    case "Composite":
      return issue.issues.flatMap((inner) => faultsOf(inner, path))
    case "Encoding":
      return faultsOf(issue.issue, path)
    case "Filter":
      return issue.issue._tag === "Composite" || issue.issue._tag === "Pointer"
        ? faultsOf(issue.issue, path)
        : notAllowed(expectedOfFilter(issue))
    case "InvalidType":
      return notAllowed(expectedOf(issue.ast))
    case "InvalidValue":
      return notAllowed(issue.annotations?.message ?? issue.annotations?.expected ?? "another value")
    case "AnyOf": {
      const tries = issue.issues.map((inner) => faultsOf(inner, path))
      return tagFault(issue, path) ?? meantOf(tries, path) ?? notAllowed(expectedOf(issue.ast))
    }
    case "OneOf":
      return notAllowed(expectedOf(issue.ast))
    case "Forbidden":
      return notAllowed("another value")
  }
}

/**
 * Decodes untrusted input, reporting every fault with its path.
 *
 * **Details**
 *
 * Unknown keys are faults. Input that is not plain JSON, is nested too deeply or is too large is refused before it is
 * decoded, in time linear in what is looked at. Where several alternatives are allowed, the faults are those of the one
 * that was meant, as far as the keys tell.
 *
 * @example
 * ```ts
 * import { decodeInput, Rounding } from "@zhengyou/core"
 * import { Result } from "effect"
 *
 * decodeInput(Rounding, { mode: "floor", digits: 1 }) // => Result.succeed({ mode: "floor", digits: 1 })
 * decodeInput(Rounding, { mode: "floor", places: 1 })
 * // => Result.fail([{ path: ["places"], problem: { _tag: "Unexpected" } }, { path: ["digits"], problem: { _tag: "Missing" } }])
 * ```
 */
export const decodeInput = <A, E>(
  schema: Schema.Codec<A, E>,
  input: unknown
): Result.Result<A, ReadonlyArray<Fault<InputProblem>>> => inputDecoder(schema)(input)

/** {@link decodeInput} for many pieces of input of one shape: what can be prepared once is. */
export const inputDecoder = <A, E>(
  schema: Schema.Codec<A, E>
): ((input: unknown) => Result.Result<A, ReadonlyArray<Fault<InputProblem>>>) => {
  const decode = Schema.decodeUnknownResult(schema, { errors: "all", onExcessProperty: "error", reportInput: true })
  return (input) => {
    const unfit = vetJson(input)
    return unfit.length > 0 ? Result.fail(unfit) : Result.mapError(decode(input), (error) => faultsOf(error.issue, []))
  }
}

/**
 * Every fault of a value that should be of a schema's type already, with its path: what the compiler tells, for programs without one.
 *
 * @example
 * ```ts
 * import { Exact, exactUnsafe, typeFaults } from "@zhengyou/core"
 *
 * typeFaults(Exact, exactUnsafe("89.5")) // => []
 * typeFaults(Exact, 89.5)[0]?.problem
 * // => { _tag: "NotAllowed", expected: "an exact number such as 89.5 or 1/3", found: "89.5" }
 * ```
 */
export const typeFaults = <A>(schema: Schema.Codec<A, unknown>, value: unknown): ReadonlyArray<Fault<InputProblem>> =>
  Result.match(Schema.decodeUnknownResult(Schema.toType(schema), { errors: "all", reportInput: true })(value), {
    onFailure: (error) => faultsOf(error.issue, []),
    onSuccess: () => []
  })
