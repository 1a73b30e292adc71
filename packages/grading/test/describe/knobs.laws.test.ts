import { exactUnsafe, formatExact } from "@zhengyou/core"
import { describeBook, parseRuleBook, regulationMarkdown, regulationText, ruleBookJsonSchema } from "@zhengyou/grading"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { plain } from "../books.ts"
import { knobs } from "./knobs.ts"

const languages = ["zh-CN", "en"] as const

/** The first value with one part of the second in its place, for each part in which they differ; the second where it is one part. */
const stepsFrom = (a: unknown, b: unknown): ReadonlyArray<unknown> =>
  Array.isArray(a) && Array.isArray(b) && a.length === b.length
    ? b.flatMap((part, i) => (JSON.stringify(part) === JSON.stringify(a[i]) ? [] : [a.with(i, part)]))
    : [b]

const textsOf = (json: object) => {
  const book = Result.getOrThrow(parseRuleBook(json))
  return languages.map((language) => regulationText(describeBook(book, language)))
}

describe("a text tells every knob", () => {
  it.each(knobs.map((knob) => [knob.name, knob] as const))("%s", (_, { values, at }) => {
    const pair = fc.uniqueArray(values, {
      minLength: 2,
      maxLength: 2,
      comparator: (a, b) => JSON.stringify(a) === JSON.stringify(b)
    })
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const one = textsOf(at(a as never))
        for (const step of stepsFrom(a, b)) {
          const other = textsOf(at(step as never))
          for (const i of languages.keys()) expect(one[i]).not.toBe(other[i])
        }
      }),
      { numRuns: 40 }
    )
  })

  it("and there is a knob for every field of the schema", () => {
    const fields = new Set<string>()
    const walk = (json: unknown): void => {
      if (Array.isArray(json)) json.forEach(walk)
      if (typeof json !== "object" || json === null || Array.isArray(json)) return
      for (const [key, value] of Object.entries(json)) {
        // An example is told by its name only.
        if (key === "BookExample" || key === "examples") continue
        if (key === "properties") for (const field of Object.keys(value as object)) fields.add(field)
        walk(value)
      }
    }
    const schema = ruleBookJsonSchema() as { readonly $defs: Record<string, unknown> }
    const { BookExample: _, Expectation: __, Sheet: ___, Award: ____, Unit: _____, ...defs } = schema.$defs
    walk({ ...schema, $defs: defs })
    const turned = new Set(knobs.flatMap((knob) => knob.fields))
    expect([...fields].filter((field) => !turned.has(field))).toEqual(["format"])
  })
})

describe("numbers", () => {
  const hundredths = fc.integer({ min: 1, max: 99_999 }).map((n) => ({ n: BigInt(n), d: 100n }))
  const share = fc.integer({ min: 1, max: 48 }).map((n) => `${n}/97`)

  it("of a book stand in its text as they are", () => {
    fc.assert(
      fc.property(
        fc.array(hundredths, { minLength: 6, maxLength: 6 }),
        fc.array(share, { minLength: 2, maxLength: 2 }),
        (given, [dropped, seats]) => {
          const [each, cap, bound, weight, to, other] = given.map((x) => formatExact(exactUnsafe(`${x.n}/${x.d}`)))
          const texts = textsOf({
            ...plain,
            facts: [{ id: "f", name: "f", type: "number" }],
            criteria: [{ ...plain.criteria[0], scoring: { kind: "deduct", each } }],
            convertTo: `${to}`,
            panels: [
              {
                ...plain.panels[0],
                weight,
                aggregate: { method: "trimmedShare", share: dropped, rounding: "floor", onlyAbove: 98 }
              },
              { ...plain.panels[0], id: "q", name: "q", weight: other }
            ],
            bands: [{ level: "A", from: 0 }],
            adjustments: [{ id: "a", name: "a", kind: "bonus", on: { total: true }, cap }],
            gates: [{ id: "g", name: "g", when: { fact: "f", op: ">", value: bound }, then: { atMost: "D" } }],
            quotas: [{ kind: "cap", level: "A", seats: { share: seats, of: "all", rounding: "ceil" }, ties: "lots" }]
          })
          for (const text of texts)
            for (const figure of [each, cap, bound, weight, to, other, dropped, seats, "98"])
              expect(text).toContain(String(figure))
        }
      ),
      { numRuns: 60 }
    )
  })
})

describe("Markdown", () => {
  it("has the articles of the text", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...knobs).chain(({ values, at }) => values.map((value) => at(value as never))),
        (json) => {
          const book = Result.getOrThrow(parseRuleBook(json))
          for (const language of languages) {
            const regulation = describeBook(book, language)
            const articles = regulation.chapters.flatMap((chapter) => chapter.articles)
            const heads = regulationMarkdown(regulation).match(/^\*\*(第.+?条|Article \d+\.)\*\*/gm)
            expect(heads).toHaveLength(articles.length)
          }
        }
      ),
      { numRuns: 60 }
    )
  })
})
