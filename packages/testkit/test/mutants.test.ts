import { checkLaw, gradingEngine, type Law, lawSetting, laws, renderLawResult } from "@zhengyou/testkit"
import { describe, expect, it } from "vitest"
import { bookWith } from "./books.ts"
import { gradingMutants } from "./mutants/gradingMutants.ts"
import { placingMutants } from "./mutants/placingMutants.ts"
import { scoringMutants } from "./mutants/scoringMutants.ts"

const lawCalled = (id: string): Law => {
  const law = laws.find((one) => one.id === id)
  if (law === undefined) throw new Error(`no law is called ${id}`)
  return law
}

const mutants = [...scoringMutants, ...placingMutants, ...gradingMutants]

const runs = 200
const benefits = ["rate"]

describe("a fault put into the engine is found by the law that is about it", () => {
  it.each(mutants)("$name: $killedBy", async ({ engine, book, killedBy }) => {
    const law = lawCalled(killedBy)
    const sound = checkLaw(law, lawSetting(bookWith(book), { engine: gradingEngine, benefits }), { seed: 1, runs })
    expect(sound._tag === "Held" || renderLawResult(sound, "en")).toBe(true)
    const found = checkLaw(law, lawSetting(bookWith(book), { engine: await engine(), benefits }), { seed: 1, runs })
    expect(found._tag).toBe("Broken")
  })
})

it("every law has a fault that it finds", () => {
  const proved = new Set(mutants.map(({ killedBy }) => killedBy))
  expect(laws.filter(({ id }) => !proved.has(id)).map(({ id }) => id)).toEqual([])
})
