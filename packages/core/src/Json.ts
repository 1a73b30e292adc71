import { parse, tokenize } from "@humanwhocodes/momoa"
import * as Result from "effect/Result"
import type * as Schema from "effect/Schema"
import type { Fault, InputProblem, Path } from "./Fault.ts"

/** The deepest nesting of lists and objects that input may have. */
export const jsonDepthLimit = 64

/** The largest number of values, keys not counted, that one piece of input may hold. */
export const jsonSizeLimit = 5_000_000

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that JSON forbids in strings.
const controls = /[\u0000-\u001f]/

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

/** Nobody mends more than these before asking again, and a list of holes must not become a list of millions of faults. */
const faultLimit = 1000

interface Walk {
  readonly path: Array<string | number>
  faults: Array<Fault<InputProblem>>
  seen: number
}

/** Gives up the walk: this one fault stands for the whole input. */
const stop = (walk: Walk, problem: InputProblem): false => {
  walk.faults = [{ path: [...walk.path], problem }]
  return false
}

/** Notes a fault; whether the walk goes on. */
const note = (walk: Walk, problem: InputProblem): boolean =>
  walk.faults.push({ path: [...walk.path], problem }) < faultLimit

/** Looks at what stands under a key; whether the walk goes on. */
const lookUnder = (holder: object, key: string | number, walk: Walk): boolean => {
  walk.path.push(key)
  const property = Object.getOwnPropertyDescriptor(holder, key)
  // A getter is code: it is refused without being run.
  const getter = property !== undefined && !("value" in property)
  const goesOn = getter ? note(walk, { _tag: "NotPlain", found: "getter" }) : lookAt(property?.value, walk)
  if (goesOn) walk.path.pop()
  return goesOn
}

const lookUnderKey = (holder: object, key: string, walk: Walk): boolean => {
  if (!key.isWellFormed()) return note(walk, { _tag: "LoneSurrogate" })
  if (!forbidden.has(key)) return lookUnder(holder, key, walk)
  walk.path.push(key)
  const goesOn = note(walk, { _tag: "ForbiddenKey", key })
  walk.path.pop()
  return goesOn
}

/** Recurses no deeper than {@link jsonDepthLimit}. */
const lookAt = (value: unknown, walk: Walk): boolean => {
  walk.seen += 1
  if (walk.seen > jsonSizeLimit) return stop(walk, { _tag: "TooLarge", limit: jsonSizeLimit })
  const problem = problemOf(value)
  if (problem !== undefined) return note(walk, problem)
  if (typeof value !== "object" || value === null) return true
  if (walk.path.length >= jsonDepthLimit) return stop(walk, { _tag: "TooDeep", limit: jsonDepthLimit })
  if (!Array.isArray(value)) return Object.keys(value).every((key) => lookUnderKey(value, key, walk))
  if (value.length > jsonSizeLimit) return stop(walk, { _tag: "TooLarge", limit: jsonSizeLimit })
  for (let i = 0; i < value.length; i++) if (!lookUnder(value, i, walk)) return false
  return true
}

/**
 * Finds what keeps a value from being plain JSON of a bearable size; nothing for a value that is fit to decode.
 *
 * **Details**
 *
 * Looks at no more than {@link jsonSizeLimit} values, {@link jsonDepthLimit} deep, and stops at a thousand faults, so that
 * cyclic, huge, sparse or deeply nested values are refused in bounded time. Getters are refused and never run.
 *
 * @example
 * ```ts
 * import { vetJson } from "@zhengyou/core"
 *
 * vetJson({ scores: [90, Number.NaN] }) // => [{ path: ["scores", 1], problem: { _tag: "NotPlain", found: "NaN" } }]
 * ```
 */
export const vetJson = (input: unknown): ReadonlyArray<Fault<InputProblem>> => {
  const walk: Walk = { path: [], faults: [], seen: 0 }
  try {
    lookAt(input, walk)
  } catch {
    // Only a Proxy can throw here.
    stop(walk, { _tag: "NotPlain", found: "object" })
  }
  return walk.faults
}

interface Open {
  /** The keys that the object has so far; nothing for a list. */
  readonly keys: Set<string> | undefined
  /** The key or the index that is being read. */
  at: string | number
}

const pathOf = (open: ReadonlyArray<Open>): Path => open.map((level) => level.at)

/** Walks the tokens of a text for what `JSON.parse` does not tell: where keys are doubled, and where it gets too deep. */
const vetTokens = (text: string): ReadonlyArray<Fault<InputProblem>> => {
  const faults: Array<Fault<InputProblem>> = []
  const open: Array<Open> = []
  let expectsKey = false
  for (const { type, range } of tokenize(text, { ranges: true })) {
    const level = open.at(-1)
    if (type === "LBrace" || type === "LBracket") {
      if (open.length >= jsonDepthLimit)
        return [{ path: pathOf(open), problem: { _tag: "TooDeep", limit: jsonDepthLimit } }]
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

const notJson = (line: number, column: number): Fault<InputProblem> => ({
  path: [],
  problem: { _tag: "NotJson", line, column }
})

/** Where the parser says that a text stops being JSON. */
const positionOf = (error: unknown): Fault<InputProblem> => {
  const at = (key: "line" | "column"): number => {
    const value: unknown = typeof error === "object" && error !== null && key in error ? Reflect.get(error, key) : undefined
    return typeof value === "number" ? value : 1
  }
  return notJson(at("line"), at("column"))
}

/** Finds the fault of a text that `JSON.parse` has refused. */
const locate = (text: string): ReadonlyArray<Fault<InputProblem>> => {
  try {
    // The tokenizer lets control characters stand in strings; JSON does not.
    for (const { type, range, loc } of tokenize(text, { ranges: true })) {
      const at = type === "String" && range !== undefined ? text.slice(range[0], range[1]).search(controls) : -1
      if (at >= 0) return [notJson(loc.start.line, loc.start.column + at)]
    }
    const tooDeep = vetTokens(text).filter((fault) => fault.problem._tag === "TooDeep")
    if (tooDeep.length > 0) return tooDeep
    // The tokens are sound and not deep, so the grammar can be read recursively.
    parse(text)
    return [notJson(1, 1)]
  } catch (error) {
    return [positionOf(error)]
  }
}

/** The number of keys in a sound JSON text: its colons outside strings. */
const keysInText = (text: string): number => {
  let keys = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 34) inString = !inString
    else if (inString && code === 92) i += 1
    else if (!inString && code === 58) keys += 1
  }
  return keys
}

/** The number of keys in a value that is not deep. */
const keysInValue = (value: Schema.Json): number => {
  if (typeof value !== "object" || value === null) return 0
  const inner: ReadonlyArray<Schema.Json> = Object.values(value)
  return inner.reduce<number>((keys, item) => keys + keysInValue(item), Array.isArray(value) ? 0 : inner.length)
}

/**
 * Reads a JSON text strictly: doubled keys, `__proto__`, lone surrogates and excessive nesting are faults.
 *
 * **Details**
 *
 * A byte order mark at the start is passed over. The position of a fault in the syntax counts lines and columns from 1.
 *
 * @example
 * ```ts
 * import { parseJson } from "@zhengyou/core"
 * import { Result } from "effect"
 *
 * parseJson('{"a": 90}') // => Result.succeed({ a: 90 })
 * Result.isFailure(parseJson('{"a": 90, "a": 91}')) // => true
 * ```
 */
export const parseJson = (input: string): Result.Result<Schema.Json, ReadonlyArray<Fault<InputProblem>>> => {
  const text = input.startsWith("\uFEFF") ? input.slice(1) : input
  return Result.try({ try: (): Schema.Json => JSON.parse(text), catch: () => locate(text) }).pipe(
    Result.flatMap((value) => {
      const faults = vetJson(value)
      if (faults.some(({ problem }) => problem._tag === "TooDeep" || problem._tag === "TooLarge")) return Result.fail(faults)
      // Tokens are slow, so they are read only where a key has gone missing.
      const doubled = keysInText(text) === keysInValue(value) ? [] : vetTokens(text)
      return doubled.length + faults.length > 0 ? Result.fail([...doubled, ...faults]) : Result.succeed(value)
    })
  )
}
