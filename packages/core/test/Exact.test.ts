import {
  compareExact,
  dividedBy,
  dividedByUnsafe,
  type Exact,
  exactTextLimit,
  exactUnsafe,
  formatExact,
  isAtLeast,
  isExact,
  isSameExact,
  minus,
  one,
  parseExact,
  plus,
  sum,
  times,
  zero
} from "@zhengyou/core"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { exact, fraction, longDecimal, score } from "./generators.ts"

const divisor = exact.filter((x) => x.n !== 0n)

const commonFactor = (a: bigint, b: bigint): bigint => (b === 0n ? a : commonFactor(b, a % b))

/** The model: a number is a pair of which only the ratio counts. */
const isRatio = (x: Exact, n: bigint, d: bigint): boolean => x.n * d === n * x.d

const expectCanonical = (x: Exact): void => {
  expect(x.d > 0n).toBe(true)
  expect(commonFactor(x.n < 0n ? -x.n : x.n, x.d)).toBe(1n)
}

describe("arithmetic", () => {
  it("agrees with ratios of whole numbers and stays in lowest terms", () => {
    fc.assert(
      fc.property(exact, exact, (a, b) => {
        expect(isRatio(plus(a, b), a.n * b.d + b.n * a.d, a.d * b.d)).toBe(true)
        expect(isRatio(minus(a, b), a.n * b.d - b.n * a.d, a.d * b.d)).toBe(true)
        expect(isRatio(times(a, b), a.n * b.n, a.d * b.d)).toBe(true)
        for (const x of [a, plus(a, b), minus(a, b), times(a, b)]) expectCanonical(x)
      })
    )
  })

  it("divides by every number but nought", () => {
    fc.assert(
      fc.property(exact, divisor, (a, b) => {
        const quotient = dividedByUnsafe(a, b)
        expect(isRatio(quotient, a.n * b.d, a.d * b.n)).toBe(true)
        expectCanonical(quotient)
        expect(times(quotient, b)).toEqual(a)
      })
    )
    const refused = dividedBy(exactUnsafe("8.5"), zero)
    expect(Result.isFailure(refused) && refused.failure).toMatchObject({ _tag: "DivisionByZero", dividend: "8.5" })
    expect(() => dividedByUnsafe(one, exactUnsafe("-0.0"))).toThrow("1 cannot be divided by nought")
  })

  it("keeps the laws of a field, as equal records", () => {
    fc.assert(
      fc.property(exact, exact, exact, (a, b, c) => {
        expect(plus(a, b)).toEqual(plus(b, a))
        expect(times(a, b)).toEqual(times(b, a))
        expect(plus(plus(a, b), c)).toEqual(plus(a, plus(b, c)))
        expect(times(times(a, b), c)).toEqual(times(a, times(b, c)))
        expect(times(a, plus(b, c))).toEqual(plus(times(a, b), times(a, c)))
        expect(plus(a, zero)).toEqual(a)
        expect(times(a, one)).toEqual(a)
        expect(minus(a, a)).toEqual(zero)
      })
    )
    fc.assert(
      fc.property(divisor, (a) => {
        expect(times(a, dividedByUnsafe(one, a))).toEqual(one)
      })
    )
  })

  it("sums in any order to the same number, which floats do not", () => {
    expect(sum([])).toEqual(zero)
    expect(formatExact(sum(["0.1", "0.2", "-0.3"].map(exactUnsafe)))).toBe("0")
    expect(0.1 + 0.2 - 0.3).not.toBe(0)
    const shuffled = fc
      .array(exact)
      .chain((xs) => fc.tuple(fc.constant(xs), fc.shuffledSubarray(xs, { minLength: xs.length })))
    fc.assert(
      fc.property(shuffled, ([xs, ys]) => {
        expect(sum(ys)).toEqual(sum(xs))
      })
    )
  })
})

describe("order", () => {
  it("is the order of ratios, total and kept by addition", () => {
    fc.assert(
      fc.property(exact, exact, exact, (a, b, c) => {
        const difference = a.n * b.d - b.n * a.d
        const order = difference < 0n ? -1 : difference > 0n ? 1 : 0
        expect(compareExact(a, b)).toBe(order)
        expect(compareExact(b, a)).toBe(order === 0 ? 0 : -order)
        expect(compareExact(plus(a, c), plus(b, c))).toBe(order)
        expect(isAtLeast(a, b)).toBe(order >= 0)
        expect(isSameExact(a, b)).toBe(order === 0)
      })
    )
  })

  it("puts 0.30 and 3/10 in one place, and 0.1 + 0.2 there too", () => {
    expect(exactUnsafe("0.30")).toEqual(exactUnsafe("3/10"))
    expect(isSameExact(plus(exactUnsafe(0.1), exactUnsafe(0.2)), exactUnsafe("0.3"))).toBe(true)
  })
})

describe("comparisons", () => {
  it("take a number as at least itself, and the same as itself alone", () => {
    fc.assert(
      fc.property(exact, exact, (a, b) => {
        expect(isAtLeast(a, a)).toBe(true)
        expect(isAtLeast(a, b)).toBe(a.n * b.d >= b.n * a.d)
        expect(isSameExact(a, { ...a })).toBe(true)
        expect(isSameExact(a, b)).toBe(a.n * b.d === b.n * a.d)
      })
    )
    expect(isSameExact(exactUnsafe("1/2"), exactUnsafe("1/3"))).toBe(false)
  })
})

describe("what is taken for a number", () => {
  it("is a record of whole numbers with a denominator above nought", () => {
    expect([{ n: 1n, d: 2n }, zero, { n: -1n, d: 1n }].every(isExact)).toBe(true)
    const others = [
      null,
      1,
      1n,
      "1",
      {},
      { n: 1n },
      { n: 1, d: 1n },
      { n: 1n, d: 1 },
      { n: 1n, d: 0n },
      { n: 1n, d: -1n }
    ]
    expect(others.filter(isExact)).toEqual([])
  })

  it("may be a whole number of any length, which is written in full", () => {
    const large = 10n ** BigInt(exactTextLimit + 100)
    expect(exactUnsafe(large)).toEqual({ n: large, d: 1n })
    expect(formatExact({ n: large, d: 1n })).toBe(String(large))
  })
})

describe("text", () => {
  it.each([
    ["90", "90"],
    ["+89.50", "89.5"],
    ["-0.0", "0"],
    ["007.10", "7.1"],
    ["2/6", "1/3"],
    ["-6/4", "-1.5"],
    ["+3/12", "0.25"],
    ["1/700", "1/700"]
  ])("reads %s and writes %s", (text, written) => expect(formatExact(exactUnsafe(text))).toBe(written))

  it("is read back as the same number", () => {
    fc.assert(
      fc.property(exact, (x) => {
        expect(parseExact(formatExact(x))).toEqual(Result.succeed(x))
      })
    )
  })

  it("means what its digits say", () => {
    fc.assert(
      fc.property(longDecimal, (text) => {
        const [whole = "", places = ""] = text.split(".")
        expect(isRatio(exactUnsafe(text), BigInt(whole + places), 10n ** BigInt(places.length))).toBe(true)
      })
    )
    fc.assert(
      fc.property(fraction, (text) => {
        const [n = "", d = ""] = text.split("/")
        expect(isRatio(exactUnsafe(text), BigInt(n), BigInt(d))).toBe(true)
      })
    )
  })

  it("is written in one way only", () => {
    fc.assert(
      fc.property(score, fc.nat({ max: 5 }), (text, zeros) => {
        const longer = (text.includes(".") ? text : `${text}.0`) + "0".repeat(zeros)
        expect(formatExact(exactUnsafe(longer))).toBe(formatExact(exactUnsafe(text)))
      })
    )
  })

  it("can be read back however long its decimals would be", () => {
    const tiny = exactUnsafe(`1/${2n ** 1300n}`)
    expect(parseExact(formatExact(tiny))).toEqual(Result.succeed(tiny))
    const longest = exactUnsafe(`0.${"1".repeat(exactTextLimit - 2)}`)
    expect(parseExact(formatExact(longest))).toEqual(Result.succeed(longest))
  })

  it.each([
    ..."|abc| |1 |\t1|1\n|+-1|--1|1.|.5|1.2.3|1,5|1e3|1e400|1E2|0x10|1_000|90%|NaN|Infinity|-|/|1/|/2|1/0|0/0|1/-2|1/2/3|1 1/3|0.(3)|1/2.5".split(
      "|"
    ),
    "９０",
    "٣",
    "−1",
    "1\u00a0",
    "⅓",
    "九十"
  ])("refuses %j", (text) => {
    const refused = parseExact(text)
    expect(Result.isFailure(refused) && refused.failure).toMatchObject({ _tag: "NotExact", found: text })
  })

  it("refuses what is longer than the limit, without writing it all out", () => {
    expect(Result.isSuccess(parseExact("9".repeat(exactTextLimit)))).toBe(true)
    for (const long of [
      "9".repeat(exactTextLimit + 1),
      "1".repeat(10_000_000),
      `${"😀".repeat(29)}x${"😀".repeat(9)}`
    ]) {
      const refused = parseExact(long)
      if (Result.isSuccess(refused)) expect.fail(`${long.length} characters were read`)
      expect(refused.failure.found.length).toBeLessThanOrEqual(60)
      expect(refused.failure.found.isWellFormed()).toBe(true)
    }
  })
})

describe("JSON numbers", () => {
  it.each([
    [0.1, "0.1"],
    [89.5, "89.5"],
    [-0, "0"],
    [1e-7, "0.0000001"],
    [-1.5e-9, "-0.0000000015"],
    [1e21, "1000000000000000000000"],
    [1.25e22, "12500000000000000000000"]
  ])("%d is %s", (number, decimal) => expect(formatExact(exactUnsafe(number))).toBe(decimal))

  it("are their shortest decimals: the numbers that JavaScript reads back as they were", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const text = formatExact(exactUnsafe(number))
        expect(Number(text)).toBe(number === 0 ? 0 : number)
        // The shortest: as many significant digits as the text that ECMAScript prescribes.
        const digits = (decimal: string): string =>
          decimal
            .replace(/e.*$/, "")
            .replace(/[-.]/g, "")
            .replace(/^0+|0+$/g, "")
        expect(digits(text)).toBe(digits(String(number)))
      })
    )
  })

  it("that are none are refused", () => {
    for (const number of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(Result.isFailure(parseExact(number))).toBe(true)
    }
    expect(parseExact(12345678901234567890n)).toEqual(Result.succeed({ n: 12345678901234567890n, d: 1n }))
  })
})
