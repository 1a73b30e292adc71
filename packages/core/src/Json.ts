import { parse, tokenize } from "@humanwhocodes/momoa"
import * as Result from "effect/Result"
import type * as Schema from "effect/Schema"
import type { Fault, InputProblem, Path } from "./Fault.ts"

/** The deepest nesting of lists and objects that input may have. */
export const jsonDepthLimit = 64

/** The largest number of values, keys not counted, that one piece of input may hold. */
export const jsonSizeLimit = 5_000_000

const forbidden = new Set(["__proto__", "constructor", "prototype"])

const isPlain = (value: object): boolean => {
  if (Array.isArray(value)) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const problemOf = (value: unknown): InputProblem | undefined => {
  if (typeof value === "string") return value.isWellFormed() ? undefined : { _tag: "LoneSurrogate" }
  if (typeof value === "number") return Number.isFinite(value) ? undefined : { _tag: "NotPlain", found: String(value) }
  if (value === null || typeof value === "boolean") return undefined
  return typeof value === "object" && isPlain(value) ? undefined : { _tag: "NotPlain", found: typeof value }
}

/**
 * Finds what keeps a value from being plain JSON of a bearable size; nothing for a value that is fit to decode.
 *
 * **Details**
 *
 * Looks at no more than {@link jsonSizeLimit} values and does not recurse, so that cyclic, huge or deeply nested values are
 * refused in bounded time.
 */
export const vetJson = (input: unknown): ReadonlyArray<Fault<InputProblem>> => {
  const faults: Array<Fault<InputProblem>> = []
  const open: Array<{ readonly value: unknown; readonly path: Path }> = [{ value: input, path: [] }]
  let seen = 0
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next
    seen += 1
    if (seen + open.length > jsonSizeLimit) return [{ path, problem: { _tag: "TooLarge", limit: jsonSizeLimit } }]
    const problem = problemOf(value)
    if (problem !== undefined) faults.push({ path, problem })
    if (problem !== undefined || typeof value !== "object" || value === null) continue
    if (path.length >= jsonDepthLimit) return [{ path, problem: { _tag: "TooDeep", limit: jsonDepthLimit } }]
    if (Array.isArray(value)) {
      if (value.length > jsonSizeLimit) return [{ path, problem: { _tag: "TooLarge", limit: jsonSizeLimit } }]
      for (let i = value.length - 1; i >= 0; i--) open.push({ value: value[i], path: [...path, i] })
      continue
    }
    for (const [key, inner] of Object.entries(value).reverse()) {
      if (forbidden.has(key)) faults.push({ path: [...path, key], problem: { _tag: "ForbiddenKey", key } })
      else if (!key.isWellFormed()) faults.push({ path, problem: { _tag: "LoneSurrogate" } })
      else open.push({ value: inner, path: [...path, key] })
    }
  }
  return faults
}

interface Open {
  /** The keys that the object has so far; nothing for a list. */
  readonly keys: Set<string> | undefined
  /** The key or the index that is being read. */
  at: string | number
}

const pathOf = (open: ReadonlyArray<Open>): Path => open.map((level) => level.at)

/** Walks the tokens of a text for what `JSON.parse` does not tell: doubled keys, and depth before it can do harm. */
const vetText = (text: string): ReadonlyArray<Fault<InputProblem>> => {
  const faults: Array<Fault<InputProblem>> = []
  const open: Array<Open> = []
  let expectsKey = false
  for (const { type, range } of tokenize(text, { ranges: true })) {
    const level = open.at(-1)
    if (type === "LBrace" || type === "LBracket") {
      if (open.length >= jsonDepthLimit) return [{ path: pathOf(open), problem: { _tag: "TooDeep", limit: jsonDepthLimit } }]
      open.push(type === "LBrace" ? { keys: new Set(), at: "" } : { keys: undefined, at: 0 })
      expectsKey = type === "LBrace"
    } else if (type === "RBrace" || type === "RBracket") {
      open.pop()
      expectsKey = false
    } else if (type === "Comma" && level !== undefined) {
      expectsKey = level.keys !== undefined
      if (typeof level.at === "number") level.at += 1
    } else if (type === "String" && expectsKey && level?.keys !== undefined && range !== undefined) {
      const key: string = JSON.parse(text.slice(range[0], range[1]))
      level.at = key
      if (level.keys.has(key)) faults.push({ path: pathOf(open), problem: { _tag: "DuplicateKey", key } })
      level.keys.add(key)
      expectsKey = false
    }
  }
  return faults
}

const notJson = (error: unknown): ReadonlyArray<Fault<InputProblem>> => {
  const at = (key: "line" | "column"): number => {
    const value: unknown = typeof error === "object" && error !== null && key in error ? Reflect.get(error, key) : undefined
    return typeof value === "number" ? value : 1
  }
  return [{ path: [], problem: { _tag: "NotJson", line: at("line"), column: at("column") } }]
}

/**
 * Reads a JSON text strictly: doubled keys, `__proto__`, lone surrogates and excessive nesting are faults.
 *
 * **Details**
 *
 * A byte order mark at the start is passed over. The position of a fault in the syntax counts lines and columns from 1.
 */
export const parseJson = (input: string): Result.Result<Schema.Json, ReadonlyArray<Fault<InputProblem>>> => {
  const text = input.startsWith("\uFEFF") ? input.slice(1) : input
  return Result.try({ try: () => vetText(text), catch: notJson }).pipe(
    Result.flatMap((doubled) => {
      if (doubled.some((fault) => fault.problem._tag === "TooDeep")) return Result.fail(doubled)
      // The tokens are sound and not deep, so the grammar can be read recursively, with positions for its faults.
      return Result.try({ try: () => parse(text), catch: notJson }).pipe(
        Result.flatMap(() => {
          const value: Schema.Json = JSON.parse(text)
          const faults = [...doubled, ...vetJson(value)]
          return faults.length > 0 ? Result.fail(faults) : Result.succeed(value)
        })
      )
    })
  )
}
