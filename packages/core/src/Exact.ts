import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as SchemaGetter from "effect/SchemaGetter"
import * as SchemaIssue from "effect/SchemaIssue"
import { DivisionByZero, NotExact } from "./errors.ts"

/**
 * A rational number in lowest terms with a positive denominator.
 *
 * **Details**
 *
 * Build values with {@link parseExact} or {@link exactUnsafe} only: they keep the fraction in lowest terms, so that equal
 * numbers are equal records.
 */
export interface Exact {
  readonly n: bigint
  readonly d: bigint
}

/** The longest text that {@link parseExact} reads, in characters: refusing longer ones keeps hostile input cheap. */
export const exactTextLimit = 400

const decimal = /^([+-]?)(\d+)(?:\.(\d+))?$/
const fraction = /^([+-]?\d+)\/(\d+)$/

const gcd = (a: bigint, b: bigint): bigint => {
  let x = a < 0n ? -a : a
  let y = b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

const reduced = (n: bigint, d: bigint): Exact => {
  const common = gcd(n, d)
  return common === 1n ? { n, d } : { n: n / common, d: d / common }
}

const readText = (text: string): Exact | undefined => {
  if (text.length > exactTextLimit) return undefined
  const parts = decimal.exec(text)
  if (parts !== null) {
    const [, sign, whole = "", places = ""] = parts
    const digits = BigInt(whole + places)
    return reduced(sign === "-" ? -digits : digits, 10n ** BigInt(places.length))
  }
  const ratio = fraction.exec(text)
  if (ratio === null) return undefined
  const [, top = "", bottom = ""] = ratio
  const d = BigInt(bottom)
  return d === 0n ? undefined : reduced(BigInt(top), d)
}

/** A JSON number as its shortest decimal, without the exponent that JavaScript gives very small and very large ones. */
const shortestDecimal = (x: number): string => {
  const text = String(x)
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (parts === null) return text
  const [, sign = "", whole = "", places = "", exponent] = parts
  const [digits, shift] = [whole + places, Number(exponent)]
  return shift < 0 ? `${sign}0.${"0".repeat(-shift - 1)}${digits}` : sign + digits.padEnd(shift + 1, "0")
}

/**
 * Reads a number exactly: `"0.35"`, `"1/3"`, `"90"`, or a JSON number, which means its shortest decimal.
 *
 * **Details**
 *
 * In a text only ASCII digits count: no spaces, no exponent, no per-cent sign, at most {@link exactTextLimit} characters.
 *
 * **Refusals**
 *
 * `NotExact`, with what was found.
 *
 * @example
 * ```ts
 * import { formatExact, parseExact, plus } from "@zhengyou/core"
 * import { Result } from "effect"
 *
 * Result.map(parseExact(0.1), (x) => formatExact(plus(x, { n: 1n, d: 5n }))) // => Result.succeed("0.3")
 * Result.isFailure(parseExact("1e400")) // => true
 * ```
 */
export const parseExact = (input: string | number | bigint): Result.Result<Exact, NotExact> => {
  if (typeof input === "bigint") return Result.succeed({ n: input, d: 1n })
  const text = typeof input === "number" ? shortestDecimal(input) : input
  const value = readText(text)
  return value === undefined
    ? Result.fail(new NotExact({ found: text.slice(0, 60).toWellFormed() }))
    : Result.succeed(value)
}

/** Reads a number exactly, or throws `NotExact`: for literals in code and tests. */
export const exactUnsafe = (input: string | number | bigint): Exact => Result.getOrThrow(parseExact(input))

/** Nought. */
export const zero: Exact = { n: 0n, d: 1n }

/** One. */
export const one: Exact = { n: 1n, d: 1n }

/** The sum of two numbers. */
export const plus = (a: Exact, b: Exact): Exact =>
  a.d === b.d ? reduced(a.n + b.n, a.d) : reduced(a.n * b.d + b.n * a.d, a.d * b.d)

/** The first number less the second. */
export const minus = (a: Exact, b: Exact): Exact => plus(a, { n: -b.n, d: b.d })

/** The product of two numbers. */
export const times = (a: Exact, b: Exact): Exact => reduced(a.n * b.n, a.d * b.d)

/**
 * The first number divided by the second.
 *
 * **Refusals**
 *
 * `DivisionByZero`.
 */
export const dividedBy = (a: Exact, b: Exact): Result.Result<Exact, DivisionByZero> => {
  if (b.n === 0n) return Result.fail(new DivisionByZero({ dividend: formatExact(a) }))
  return Result.succeed(b.n < 0n ? reduced(-a.n * b.d, -b.n * a.d) : reduced(a.n * b.d, a.d * b.n))
}

/** The first number divided by the second, or throws `DivisionByZero`: for divisors known not to be nought. */
export const dividedByUnsafe = (a: Exact, b: Exact): Exact => Result.getOrThrow(dividedBy(a, b))

/** The sum of any number of numbers; nought for none. */
export const sum = (numbers: Iterable<Exact>): Exact => {
  let total = zero
  for (const number of numbers) total = plus(total, number)
  return total
}

/** Compares two numbers: -1, 0 or 1. */
export const compareExact = (a: Exact, b: Exact): -1 | 0 | 1 => {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

/** Whether the first number is at least the second (达到，含本数). */
export const isAtLeast = (a: Exact, b: Exact): boolean => compareExact(a, b) >= 0

/** Whether two numbers are the same number. */
export const isSameExact = (a: Exact, b: Exact): boolean => a.n === b.n && a.d === b.d

/** The power of ten that turns a reduced fraction into whole units, or -1 where its decimals never end. */
const decimalPlaces = (d: bigint): number => {
  let rest = d
  let twos = 0
  let fives = 0
  for (; rest % 2n === 0n; rest /= 2n) twos += 1
  for (; rest % 5n === 0n; rest /= 5n) fives += 1
  return rest === 1n ? Math.max(twos, fives) : -1
}

/**
 * Writes a number so that {@link parseExact} reads it back: a decimal where the decimals end, a fraction otherwise.
 *
 * **Details**
 *
 * Whatever {@link parseExact} has read, it reads again. Decimals too long for it are written as the fraction, which is
 * shorter; only a number computed from very long ones can be too long in both forms.
 *
 * @example
 * ```ts
 * import { exactUnsafe, formatExact } from "@zhengyou/core"
 *
 * formatExact(exactUnsafe("89.9960")) // => "89.996"
 * formatExact(exactUnsafe("2/6")) // => "1/3"
 * ```
 */
export const formatExact = (x: Exact): string => {
  const places = decimalPlaces(x.d)
  const text = places === -1 ? undefined : formatScaled((x.n * 10n ** BigInt(places)) / x.d, places)
  return text === undefined || (places > 0 && text.length > exactTextLimit) ? `${x.n}/${x.d}` : text
}

/** Writes a whole number of units of `10 ** -places` as a decimal with exactly that many places. */
export const formatScaled = (units: bigint, places: number): string => {
  const sign = units < 0n ? "-" : ""
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0")
  const whole = digits.slice(0, digits.length - places)
  return places === 0 ? sign + whole : `${sign}${whole}.${digits.slice(digits.length - places)}`
}

/** Whether a value is an exact number. */
export const isExact = (u: unknown): u is Exact =>
  typeof u === "object" &&
  u !== null &&
  "n" in u &&
  "d" in u &&
  typeof u.n === "bigint" &&
  typeof u.d === "bigint" &&
  u.d > 0n

/**
 * The codec of {@link Exact}: from a JSON string or number, to a canonical string.
 *
 * @example
 * ```ts
 * import { Exact } from "@zhengyou/core"
 * import { Schema } from "effect"
 *
 * Schema.encodeSync(Exact)(Schema.decodeUnknownSync(Exact)("40/100")) // => "0.4"
 * ```
 */
export const Exact: Schema.Codec<Exact, string | number> = Schema.Union([Schema.String, Schema.Number])
  .pipe(
    Schema.decodeTo(Schema.declare(isExact, { expected: "an exact number such as 89.5 or 1/3" }), {
      decode: SchemaGetter.transformEffect((input: string | number, options) =>
        Result.match(parseExact(input), {
          onFailure: () =>
            Effect.fail(
              new SchemaIssue.InvalidValue({ expected: "an exact number such as 89.5 or 1/3" }, input, options)
            ),
          onSuccess: (x) => Effect.succeed(x)
        })
      ),
      encode: SchemaGetter.transform((x: Exact) => formatExact(x))
    })
  )
  .annotate({ identifier: "Exact", description: 'A number read exactly: "0.35", "1/3", 90' })
