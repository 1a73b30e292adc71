import { evaluate, parse, tokenize } from "@humanwhocodes/momoa"
import * as Result from "effect/Result"
import type * as Schema from "effect/Schema"
import type { Fault, InputProblem, Path } from "./Fault.ts"
import { jsonDepthLimit, jsonSizeLimit, vetJson } from "./Json.ts"

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that JSON forbids in strings.
const controls = /[\u0000-\u001f]/

interface Open {
  /** The keys that the object has so far; nothing for a list. */
  readonly keys: Set<string> | undefined
  /** The key or the index that is being read. */
  at: string | number
}

const pathOf = (open: ReadonlyArray<Open>): Path => open.map((level) => level.at)

const notJson = (line: number, column: number): Fault<InputProblem> => ({
  path: [],
  problem: { _tag: "NotJson", line, column }
})

/** Walks the tokens of a text for what `JSON.parse` does not tell: where keys are doubled, and where it gets too deep. */
const vetTokens = (text: string): ReadonlyArray<Fault<InputProblem>> => {
  const faults: Array<Fault<InputProblem>> = []
  const open: Array<Open> = []
  let expectsKey = false
  for (const { type, range, loc } of tokenize(text, { ranges: true })) {
    const level = open.at(-1)
    const token = type === "String" && range !== undefined ? text.slice(range[0], range[1]) : ""
    // The tokenizer lets control characters stand in strings; JSON does not.
    const control = token.search(controls)
    if (control >= 0) return [notJson(loc.start.line, loc.start.column + control)]
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
    } else if (token !== "" && expectsKey && level?.keys !== undefined) {
      const key: string = JSON.parse(token)
      level.at = key
      if (level.keys.has(key)) faults.push({ path: pathOf(open), problem: { _tag: "DuplicateKey", key } })
      level.keys.add(key)
      expectsKey = false
    }
  }
  return faults
}

/** Where the parser says that a text stops being JSON. */
const positionOf = (error: unknown): Fault<InputProblem> => {
  const at = (key: "line" | "column"): number => {
    const value: unknown =
      typeof error === "object" && error !== null && key in error ? Reflect.get(error, key) : undefined
    return typeof value === "number" ? value : 1
  }
  return notJson(at("line"), at("column"))
}

/** Reads a text by its tokens: slowly, but knowing where each thing stands. */
const readTokens = (text: string): Result.Result<Schema.Json, ReadonlyArray<Fault<InputProblem>>> => {
  try {
    const fatal = vetTokens(text).filter((fault) => fault.problem._tag !== "DuplicateKey")
    if (fatal.length > 0) return Result.fail(fatal)
    // The tokens are sound and not deep, so the grammar can be read recursively. What comes of it is JSON.
    return Result.succeed(evaluate(parse(text)) as Schema.Json)
  } catch (error) {
    return Result.fail([positionOf(error)])
  }
}

/** Finds the fault of a text that `JSON.parse` has refused. */
const locate = (text: string): ReadonlyArray<Fault<InputProblem>> =>
  Result.match(readTokens(text), { onFailure: (faults) => faults, onSuccess: () => [notJson(1, 1)] })

/**
 * A key of one character that is written as an escape. Current versions of V8 confuse such keys: after a text with the
 * key `"\\"`, `JSON.parse` can read `"\u7532"` as a backslash too (https://github.com/nodejs/node/issues/63785).
 */
const confusableKey = /"\\(?:u[0-9a-fA-F]{4}|[^u])"\s*:/

const read = (text: string): Result.Result<Schema.Json, ReadonlyArray<Fault<InputProblem>>> =>
  confusableKey.test(text)
    ? readTokens(text)
    : Result.try({ try: (): Schema.Json => JSON.parse(text), catch: () => locate(text) })

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

/** The number of keys in a value that is known not to be deep. */
const keysInValue = (value: Schema.Json): number => {
  if (typeof value !== "object" || value === null) return 0
  const inner: ReadonlyArray<Schema.Json> = Object.values(value)
  return inner.reduce<number>((keys, item) => keys + keysInValue(item), Array.isArray(value) ? 0 : inner.length)
}

/** Whether nothing is nested deeper than there is room for. */
const isWithin = (value: Schema.Json, room: number): boolean => {
  if (typeof value !== "object" || value === null) return true
  if (room === 0) return false
  const inner: ReadonlyArray<Schema.Json> = Object.values(value)
  return inner.every((one) => isWithin(one, room - 1))
}

/** What a sound text may still hold that is refused: the one forbidden key, and escapes, such as of lone surrogates. */
const suspicious = /__proto__|\\u/

/**
 * Reads a text that is as `JSON.stringify` writes it, as most are that a program stored: then no key is doubled, and none
 * was confused. Nothing for any other text.
 */
const readAsWritten = (text: string): Schema.Json | undefined => {
  if (text.length > jsonSizeLimit || suspicious.test(text)) return undefined
  try {
    const value: Schema.Json = JSON.parse(text)
    return isWithin(value, jsonDepthLimit) && JSON.stringify(value) === text ? value : undefined
  } catch {
    return undefined
  }
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
  const written = readAsWritten(text)
  if (written !== undefined) return Result.succeed(written)
  return read(text).pipe(
    Result.flatMap((value) => {
      const faults = vetJson(value)
      if (faults.some(({ problem }) => problem._tag === "TooDeep" || problem._tag === "TooLarge"))
        return Result.fail(faults)
      // Tokens are slow, so they are read only where a key has gone missing.
      const doubled = faults.length === 0 && keysInText(text) === keysInValue(value) ? [] : vetTokens(text)
      return doubled.length + faults.length > 0 ? Result.fail([...doubled, ...faults]) : Result.succeed(value)
    })
  )
}
