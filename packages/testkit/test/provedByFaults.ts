import { checkLaw, type Law, type LawSetting, renderLawResult } from "@zhengyou/testkit"
import { describe, expect, it } from "vitest"

/** A fault put into an engine, what it shows on, and the law that finds it. */
export interface Mutant<Engine, Rules> {
  readonly name: string
  readonly engine: () => Promise<Engine>
  /** What the ordinary rules have otherwise, so that the fault can show. */
  readonly rules: Rules
  readonly killedBy: string
}

/** Tests that each fault is found by its law, which holds without the fault, and that every law has a fault that it finds. */
export const provedByFaults = <Engine, Rules, Setting extends LawSetting<Case>, Case>(
  laws: ReadonlyArray<Law<Setting, Case>>,
  mutants: ReadonlyArray<Mutant<Engine, Rules>>,
  settingOf: (rules: Rules, engine?: Engine) => Setting,
  runs = 200
): void => {
  const lawCalled = (id: string): Law<Setting, Case> => {
    const law = laws.find((one) => one.id === id)
    if (law === undefined) throw new Error(`no law is called ${id}`)
    return law
  }
  describe("a fault put into the engine is found by the law that is about it", () => {
    it.each(mutants)("$name: $killedBy", async ({ engine, rules, killedBy }) => {
      const law = lawCalled(killedBy)
      const sound = checkLaw<Setting, Case>(law, settingOf(rules), { seed: 1, runs })
      expect(sound._tag === "Held" || renderLawResult(sound, "en")).toBe(true)
      const found = checkLaw<Setting, Case>(law, settingOf(rules, await engine()), { seed: 1, runs })
      expect(found._tag).toBe("Broken")
    })
  })
  it("every law has a fault that it finds", () => {
    const proved = new Set(mutants.map(({ killedBy }) => killedBy))
    expect(laws.filter(({ id }) => !proved.has(id)).map(({ id }) => id)).toEqual([])
  })
}
