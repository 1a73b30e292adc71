import {
  CheckName,
  defaultCopyRules,
  defaultPrinciples,
  defaultWording,
  PledgePolicy,
  parsePledgePolicy,
  pledgePolicyJsonSchema
} from "@zhengyou/pledges"
import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { policy, policyInput } from "./support.ts"

const faultsOf = (input: unknown) =>
  Result.getOrThrow(Result.flip(parsePledgePolicy(input))).faults.map(({ path, problem }) => [
    path.join("."),
    problem._tag
  ])

describe("a policy", () => {
  it("is read with the library's own vocabulary, and written as it was", () => {
    expect(policy.vocabulary).toEqual(defaultWording)
    const written = Schema.encodeSync(PledgePolicy)(policy)
    expect(parsePledgePolicy(JSON.parse(JSON.stringify(written)))).toEqual(Result.succeed(policy))
  })

  it("that leaves them out has every check, filed once, and the library's own rules of copies", () => {
    const { principles: _, copies: __, ...rest } = policyInput
    const parsed = Result.getOrThrow(parsePledgePolicy(rest))
    expect(parsed.principles).toEqual(defaultPrinciples)
    expect(parsed.copies).toEqual(defaultCopyRules)
    const filed = Object.values(parsed.principles).flatMap((checks) => checks.map(({ check }) => check))
    expect(filed.toSorted()).toEqual([...CheckName.literals].toSorted())
  })

  it("is refused with every fault of its shape", () => {
    const { cycle: _, ...rest } = policyInput
    const odd = { ...rest, extra: 1, copies: { threshold: "1.1", nearest: 3 } }
    expect(faultsOf(odd)).toEqual(
      expect.arrayContaining([
        ["cycle", "Missing"],
        ["extra", "Unexpected"],
        ["copies.threshold", "NotAllowed"]
      ])
    )
  })

  it("is refused with every fault between its parts", () => {
    const { branch } = policyInput.kinds
    const [first] = policyInput.rules
    const odd = {
      ...policyInput,
      cycle: { ...policyInput.cycle, publishBy: "2013-01-01" },
      kinds: {
        ...policyInput.kinds,
        branch: {
          ...branch,
          categories: [...branch.categories, branch.categories[0]],
          required: [...branch.required, branch.required[0]],
          content: { minimum: 20, maximum: 10 }
        }
      },
      principles: { ...policyInput.principles, effective: policyInput.principles.advanced },
      facts: [...policyInput.facts, { id: "pledge.own", name: "x", type: "flag" }],
      rules: [first, { ...first, require: { fact: "nothing", op: "=", value: 1 } }],
      evaluation: {
        ...policyInput.evaluation,
        full: 0,
        weights: { self: -1, inspection: 1, public: 1 },
        bands: [
          { level: { id: "good", name: "好" }, from: 80 },
          { level: { id: "good", name: "中" }, from: 80 }
        ]
      }
    }
    expect(faultsOf(odd)).toEqual([
      ["cycle.publishBy", "PublishByOutsideCycle"],
      ["kinds.branch.categories.5.id", "IdTwice"],
      ["kinds.branch.required.9.field", "FieldTwice"],
      ["kinds.branch.content", "LengthsReversed"],
      ...[0, 1, 2, 3, 4].map((i) => [`principles.effective.${i}.check`, "CheckTwice"]),
      ["facts.1.id", "NameReserved"],
      ["rules.1.id", "IdTwice"],
      ["rules.1.require.fact", "UnknownFact"],
      ["evaluation.full", "FullNotPositive"],
      ["evaluation.weights.self", "WeightNegative"],
      ["evaluation.bands.0.from", "BandBeyondFull"],
      ["evaluation.bands.1.level.id", "IdTwice"],
      ["evaluation.bands.1.from", "BandsNotDescending"],
      ["evaluation.bands.1.from", "BandBeyondFull"],
      ["evaluation.bands.1.from", "LowestBandAboveNought"]
    ])
    const nought = { ...policyInput.evaluation, weights: { self: 0, inspection: 0, public: 0 } }
    expect(faultsOf({ ...policyInput, evaluation: nought })).toEqual([["evaluation.weights", "WeightsAllNought"]])
    const reversed = { from: "2012-12-31", until: "2012-01-01", publishBy: "2012-03-31" }
    expect(faultsOf({ ...policyInput, cycle: reversed })).toEqual([["cycle", "CycleEndsFirst"]])
  })

  it.each([
    ["not an object", 7],
    ["a key __proto__", JSON.parse('{"__proto__": {"format": 1}}')],
    ["full-width digits", { ...policyInput, evaluation: { ...policyInput.evaluation, full: "１００" } }],
    ["a number that is none", { ...policyInput, evaluation: { ...policyInput.evaluation, full: Number.NaN } }],
    ["a lone surrogate", { ...policyInput, title: "\ud800" }]
  ])("is refused as %s", (_, input) => {
    expect(Result.isFailure(parsePledgePolicy(input))).toBe(true)
  })

  it("has the JSON Schema that ships with the package", async () => {
    await expect(`${JSON.stringify(pledgePolicyJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      "../pledge-policy.schema.json"
    )
  })
})
