import {
  decodeInput,
  Fact,
  type FactType,
  FactType as FactTypes,
  factValueFrom,
  formatFactValue,
  isOfType
} from "@zhengyou/core"
import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { day, fraction, score } from "./generators.ts"

const scalarOf: Record<FactType, fc.Arbitrary<string | number | boolean>> = {
  number: fc.oneof(score, fraction, fc.integer()),
  flag: fc.boolean(),
  level: fc.constantFrom("先进", "advanced", "五星"),
  date: day,
  text: fc.string({ unit: "grapheme" })
}
const types = FactTypes.literals

describe("facts", () => {
  it.each(types)("of the kind %s keep their kind and survive storage", (type) => {
    fc.assert(
      fc.property(scalarOf[type], (scalar) => {
        const value = factValueFrom(type, scalar)
        if (value === undefined) return expect.fail(`${scalar} is a ${type}`)
        expect(types.filter((kind) => isOfType(kind, value))).toEqual([type])
        const fact = { unit: "z01", fact: "f", value }
        const stored: unknown = JSON.parse(JSON.stringify(Schema.encodeSync(Fact)(fact)))
        expect(decodeInput(Fact, stored)).toEqual(Result.succeed(fact))
        if (type !== "flag") expect(factValueFrom(type, formatFactValue(value))).toEqual(value)
      })
    )
  })

  it.each([
    ["number", true],
    ["number", "９"],
    ["number", "90%"],
    ["number", Number.NaN],
    ["flag", "true"],
    ["flag", 1],
    ["date", 20120329],
    ["date", "2012-02-30"],
    ["level", 1],
    ["level", ""],
    ["level", "__proto__"],
    ["text", 1]
  ] as const)("of the kind %s are not read from %j", (type, scalar) => {
    expect(factValueFrom(type, scalar)).toBeUndefined()
  })

  it("are written plainly", () => {
    expect(formatFactValue({ _tag: "Number", value: { n: 17n, d: 19n } })).toBe("17/19")
    expect(formatFactValue({ _tag: "Number", value: { n: 9n, d: 10n } })).toBe("0.9")
    expect(formatFactValue({ _tag: "Flag", value: false })).toBe("false")
  })

  it("with an unknown tag are refused by naming the tags", () => {
    const refused = decodeInput(Fact, { unit: "z01", fact: "f", value: { _tag: "Numbr", value: 3 } })
    expect(Result.isFailure(refused) && refused.failure).toEqual([
      {
        path: ["value"],
        problem: { _tag: "NotAllowed", expected: "a value tagged Number, Flag, Level, Date or Text", found: "{…}" }
      }
    ])
  })
})
