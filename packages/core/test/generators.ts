import { type Exact, exactUnsafe } from "@zhengyou/core"
import fc from "fast-check"

/** A decimal as people write scores, up to two places. */
export const score: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: -200, max: 200 }), fc.constantFrom("", ".5", ".25", ".07", ".50"))
  .map(([whole, places]) => `${whole}${places}`)

/** A decimal with up to 20 digits on either side of the point. */
export const longDecimal: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom("", "-"), fc.bigInt(0n, 10n ** 20n), fc.bigInt(0n, 10n ** 20n))
  .map(([sign, whole, places]) => `${sign}${whole}.${places}`)

/** A fraction: small ones, which collide and cancel, and large ones. */
export const fraction: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(fc.integer({ min: -12, max: 12 }), fc.integer({ min: 1, max: 12 })).map(([n, d]) => `${n}/${d}`),
  fc.tuple(fc.bigInt(-(10n ** 25n), 10n ** 25n), fc.bigInt(1n, 10n ** 25n)).map(([n, d]) => `${n}/${d}`)
)

export const exact: fc.Arbitrary<Exact> = fc.oneof(score, longDecimal, fraction).map(exactUnsafe)

/** A day from 1900 to 2100, as text. */
export const day: fc.Arbitrary<string> = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2100, 11, 31) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))

/** JSON that a person could have written: no key that is refused by its name, none that `JSON.parse` may confuse. */
export const json: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (Object.is(x, -0) ? 0 : x)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom("a", "b", "c", "fact", "op", "value", "all", ":", 'a"b', "名"), tie("value"), {
      noNullPrototype: true
    })
  )
})).value
