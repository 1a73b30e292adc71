import { type Exact, exactUnsafe, formatBeside, formatExact, formatRounded, RoundingMode, round } from "@zhengyou/core"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { exact, longDecimal, score } from "./generators.ts"

const modes = RoundingMode.literals
const mode = fc.constantFrom(...modes)
const digits = fc.integer({ min: 0, max: 12 })

const formats = new Map<string, Intl.NumberFormat>()

/** Rounding as `Intl.NumberFormat` does it on decimal texts, which it reads exactly. */
const byIntl = (decimal: string, roundingMode: RoundingMode, places: number): string => {
  const key = `${roundingMode} ${places}`
  const format =
    formats.get(key) ??
    new Intl.NumberFormat("en", {
      roundingMode,
      minimumFractionDigits: places,
      maximumFractionDigits: places,
      useGrouping: false,
      signDisplay: "negative"
    })
  formats.set(key, format)
  // The type asks for a literal; any decimal text is read.
  return format.format(decimal as `${number}`)
}

describe("the nine modes", () => {
  // The example table of ECMA-402, for whole numbers.
  const examples = ["-1.5", "0.4", "0.5", "0.6", "1.5"]
  it.each([
    ["ceil", "-1 1 1 1 2"],
    ["floor", "-2 0 0 0 1"],
    ["expand", "-2 1 1 1 2"],
    ["trunc", "-1 0 0 0 1"],
    ["halfCeil", "-1 0 1 1 2"],
    ["halfFloor", "-2 0 0 1 1"],
    ["halfExpand", "-2 0 1 1 2"],
    ["halfTrunc", "-1 0 0 1 1"],
    ["halfEven", "-2 0 0 1 2"]
  ] as const)("%s takes -1.5, 0.4, 0.5, 0.6, 1.5 to %s", (name, rounded) => {
    const results = examples.map((x) => formatRounded(exactUnsafe(x), { mode: name, digits: 0 }))
    expect(results.join(" ")).toBe(rounded)
  })

  it("agree with Intl.NumberFormat", () => {
    const halves = fc.tuple(score, fc.constantFrom("5", "05", "50", "49", "51")).map(([x, end]) => {
      return x.includes(".") ? x + end : `${x}.${end}`
    })
    fc.assert(
      fc.property(fc.oneof(halves, longDecimal), mode, digits, (decimal, name, places) => {
        const written = formatRounded(exactUnsafe(decimal), { mode: name, digits: places })
        expect(written).toBe(byIntl(decimal, name, places))
      }),
      { numRuns: 1000 }
    )
  })

  it("round 89.065 to 89.07 (四舍五入), where floats give 89.06", () => {
    expect(formatRounded(exactUnsafe("89.065"), { mode: "halfExpand", digits: 2 })).toBe("89.07")
    expect(formatRounded(exactUnsafe("-89.065"), { mode: "halfExpand", digits: 2 })).toBe("-89.07")
    expect(formatRounded(exactUnsafe("89.065"), { mode: "halfEven", digits: 2 })).toBe("89.06")
    expect((89.065).toFixed(2)).toBe("89.06")
  })
})

describe("rounding", () => {
  it("leaves less than one unit, and at most half of one to the nearest", () => {
    fc.assert(
      fc.property(exact, mode, digits, (x, name, places) => {
        const rounded = round(x, { mode: name, digits: places })
        const unit = 10n ** BigInt(places)
        expect((rounded.n * unit) % rounded.d).toBe(0n)
        const apart = (rounded.n * x.d - x.n * rounded.d) * unit
        const distance = apart < 0n ? -apart : apart
        expect(name.startsWith("half") ? 2n * distance <= x.d * rounded.d : distance < x.d * rounded.d).toBe(true)
      })
    )
  })

  it("done twice is done once, in lowest terms, and reads as it is written", () => {
    fc.assert(
      fc.property(exact, mode, digits, (x, name, places) => {
        const rounding = { mode: name, digits: places }
        const rounded = round(x, rounding)
        expect(round(rounded, rounding)).toEqual(rounded)
        expect(exactUnsafe(formatExact(rounded))).toEqual(rounded)
        expect(exactUnsafe(formatRounded(x, rounding))).toEqual(rounded)
      })
    )
  })

  it("never turns the order of two numbers round", () => {
    fc.assert(
      fc.property(exact, exact, mode, digits, (a, b, name, places) => {
        const [low, high] = a.n * b.d <= b.n * a.d ? [a, b] : [b, a]
        const [x, y] = [round(low, { mode: name, digits: places }), round(high, { mode: name, digits: places })]
        expect(x.n * y.d <= y.n * x.d).toBe(true)
      })
    )
  })
})

describe("a figure beside its bounds", () => {
  const side = (x: Exact, bound: Exact): number => Math.sign(Number(x.n * bound.d - bound.n * x.d))
  const near = fc.oneof(
    exact,
    fc.constantFrom("90", "89.996", "89.9999999", "90.0000001", "1/3", "2/3").map(exactUnsafe)
  )
  const bounds = fc.array(near, { maxLength: 3 })

  it.each([
    ["89.996", "90", "89.996"],
    ["89.9951", "90", "89.995"],
    ["91.399", "90", "91.40"],
    ["90", "90", "90.00"],
    ["269999/3000", "90", "89.9997"],
    ["-0.001", "0", "-0.001"]
  ])("%s beside %s is %s", (x, bound, shown) =>
    expect(formatBeside(exactUnsafe(x), [exactUnsafe(bound)], 2)).toBe(shown)
  )

  it("stands on the same side of every bound as the number", () => {
    fc.assert(
      fc.property(near, bounds, fc.integer({ min: 0, max: 4 }), (x, sides, places) => {
        const shown = exactUnsafe(formatBeside(x, sides, places))
        for (const bound of sides) expect(side(shown, bound)).toBe(side(x, bound))
      })
    )
  })

  it("has the digits asked for, or one more than would mislead", () => {
    fc.assert(
      fc.property(near, bounds, fc.integer({ min: 0, max: 4 }), (x, sides, places) => {
        const shown = formatBeside(x, sides, places)
        if (shown.includes("/")) return
        const given = shown.split(".")[1]?.length ?? 0
        expect(given).toBeGreaterThanOrEqual(places)
        const shorter = given === places ? undefined : round(x, { mode: "halfExpand", digits: given - 1 })
        if (shorter !== undefined) expect(sides.some((bound) => side(shorter, bound) !== side(x, bound))).toBe(true)
      })
    )
  })

  it("ends for numbers whose decimals never do, on a bound and next to it", () => {
    const third = exactUnsafe("1/3")
    expect(formatBeside(third, [third], 2)).toBe("1/3")
    expect(formatBeside(third, [exactUnsafe("0.33")], 2)).toBe("0.333")
    expect(formatBeside(third, [exactUnsafe("0.33"), exactUnsafe("0.3333")], 2)).toBe("0.33333")
    const almost = exactUnsafe(`0.${"3".repeat(300)}`)
    expect(formatBeside(third, [almost], 2)).toHaveLength(303)
  })
})
