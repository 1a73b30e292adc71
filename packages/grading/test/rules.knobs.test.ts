import { readFileSync } from "node:fs"
import { ruleBookJsonSchema } from "@zhengyou/grading"
import { Predicate } from "effect"
import { expect, it } from "vitest"

/** The page without its longer examples, in which any name may stand by chance. */
const page = readFileSync(new URL("../../../docs/rules.md", import.meta.url), "utf8").replaceAll(/```[\s\S]*?```/g, "")

/** What an example or a text holds: rounds and languages rather than rules. */
const notRules = ["Text", "BookExample", "Expectation", "Unit", "Sheet", "Mark", "Award"]

/** Every name of a property in a JSON Schema, however deep. */
const propertiesIn = (schema: unknown): ReadonlyArray<string> => {
  if (Array.isArray(schema)) return schema.flatMap(propertiesIn)
  if (!Predicate.isObject(schema)) return []
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === "$defs") {
      return Object.entries(value ?? {}).flatMap(([name, one]) => (notRules.includes(name) ? [] : propertiesIn(one)))
    }
    return key === "properties" && Predicate.isObject(value)
      ? [...Object.keys(value), ...Object.values(value).flatMap(propertiesIn)]
      : propertiesIn(value)
  })
}

it("every knob of a rule book is named among the rules", () => {
  const knobs = [...new Set(propertiesIn(ruleBookJsonSchema()))]
  expect(knobs).toEqual(
    expect.arrayContaining(["ladder", "ifUnknown", "takesSeat", "onlyAbove", "highestOnly", "tieBreak"])
  )
  expect(knobs.filter((knob) => !page.includes(`\`${knob}\``) && !page.includes(`"${knob}"`))).toEqual([])
})
