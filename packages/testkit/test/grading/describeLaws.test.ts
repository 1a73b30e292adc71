import { describeLaws, laws } from "@zhengyou/testkit"
import { describe, expect, it } from "vitest"
import { bookWith, ordinary } from "./books.ts"

describeLaws({ describe, it }, bookWith(), { seed: 20_121_231, runs: 20, benefits: ["rate"] })

it("makes a test of each law, which fails with the counterexample where the law is broken", () => {
  const tests = new Map<string, () => void>()
  const collect = {
    describe: (_: string, body: () => void) => body(),
    it: (name: string, body: () => void) => tests.set(name, body)
  }
  const gates = [{ ...ordinary.gates[0], when: { fact: "rate", op: ">", value: "0.9" } }]
  describeLaws(collect, bookWith({ gates }), { seed: 1, benefits: ["rate"] })
  expect(tests.size).toBe(laws.length)
  const named = (id: string) => [...tests].find(([name]) => name.startsWith(`${id}:`))
  expect(named("benefits-help")?.[1]).toThrow(/rate of u1 raised from [\d.]+ to [\d.]+/)
  expect(named("recusal")?.[0]).toContain("（不适用：没有评价主体要求回避）")
  expect(named("bound-included")?.[1]).not.toThrow()
})
