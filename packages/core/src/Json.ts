import type { Fault, InputProblem } from "./Fault.ts"

/** The deepest nesting of lists and objects that input may have. */
export const jsonDepthLimit = 64

/** The largest number of values, keys not counted, that one piece of input may hold. */
export const jsonSizeLimit = 5_000_000

/** The one name that sets what an object inherits instead of what it holds. */
const forbidden = "__proto__"

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
  if (key !== forbidden) return lookUnder(holder, key, walk)
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
