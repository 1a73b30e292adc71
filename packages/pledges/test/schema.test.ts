import { readFileSync } from "node:fs"
import { parsePledgePolicy } from "@zhengyou/pledges"
import { Ajv2020 } from "ajv/dist/2020.js"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { policyInput } from "./support.ts"

const shipped = JSON.parse(readFileSync(new URL("../pledge-policy.schema.json", import.meta.url), "utf8"))

describe("the JSON Schema that the package ships, read by a validator of draft 2020-12", () => {
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(shipped)
  const valid = (change: object): boolean => validate({ ...policyInput, ...change })
  const read = (change: object): boolean => Result.isSuccess(parsePledgePolicy({ ...policyInput, ...change }))
  const { evaluation, kinds } = policyInput
  const branch = (change: object) => ({ kinds: { ...kinds, branch: { ...kinds.branch, ...change } } })

  it.each([
    ["the whole policy", {}],
    [
      "the policy without what may be left out",
      { principles: undefined, copies: undefined, facts: undefined, rules: undefined }
    ],
    ["a title in both languages", { title: { "zh-CN": "办法", en: "policy" } }],
    ["a kind that requires nothing", branch({ required: undefined })],
    [
      "a band decided on a rounded score",
      { evaluation: { ...evaluation, decideOn: { mode: "halfExpand", digits: 0 } } }
    ],
    [
      "weights as numbers and as fractions",
      { evaluation: { ...evaluation, weights: { self: 0, inspection: "2/3", public: 1 } } }
    ],
    [
      "a rule that asks for several things",
      {
        rules: [
          {
            ...policyInput.rules[0],
            require: {
              all: [{ fact: "online", op: "=", value: true }, { not: { fact: "pledge.measures", op: "<", value: 1 } }]
            }
          }
        ]
      }
    ]
  ])("takes %s, as the reader does", (_, change) => {
    const plain = JSON.parse(JSON.stringify({ ...policyInput, ...change }))
    expect([validate(plain), Result.isSuccess(parsePledgePolicy(plain))]).toEqual([true, true])
  })

  it.each([
    ["another format", { format: "zhengyou/pledge-policy@2" }],
    ["a cycle without an end", { cycle: { from: "2012-01-01", publishBy: "2012-03-31" } }],
    ["a kind of pledger that is left out", { kinds: { branch: kinds.branch, unit: kinds.unit } }],
    ["no categories", branch({ categories: [] })],
    [
      "a field that no pledge has",
      branch({ required: [{ field: "budget", principle: "feasible", severity: "error" }] })
    ],
    ["another word for grave", branch({ required: [{ field: "owner", principle: "feasible", severity: "fatal" }] })],
    ["no pledge at all of a pledger", branch({ perPledger: 0 })],
    ["a length that is not whole", branch({ content: { minimum: 10, maximum: 300.5 } })],
    [
      "a check that there is not",
      { principles: { ...policyInput.principles, advanced: [{ check: "Boring", severity: "error" }] } }
    ],
    ["copies without the number that is named", { copies: { threshold: "0.8" } }],
    ["a rule without a condition", { rules: [{ ...policyInput.rules[0], require: {} }] }],
    [
      "a comparison of unknown make",
      { rules: [{ ...policyInput.rules[0], require: { fact: "online", op: "~", value: true } }] }
    ],
    ["no bands", { evaluation: { ...evaluation, bands: [] } }],
    ["another word for a missing part", { evaluation: { ...evaluation, missing: "guess" } }]
  ])("refuses %s, as the reader does", (_, change) => {
    expect([valid(change), read(change)]).toEqual([false, false])
  })

  it.each([
    ["no title", { title: "" }],
    ["a day that is not written as one", { cycle: { ...policyInput.cycle, from: "1 January 2012" } }],
    ["a weight that is no number", { evaluation: { ...evaluation, weights: { ...evaluation.weights, self: "much" } } }],
    ["a key that nobody knows", { colour: "red" }],
    ["a cycle that ends before it begins", { cycle: { ...policyInput.cycle, until: "2011-12-31" } }],
    ["bands that do not come down", { evaluation: { ...evaluation, bands: evaluation.bands.toReversed() } }]
  ])("leaves it to the reader to refuse %s", (_, change) => {
    expect([valid(change), read(change)]).toEqual([true, false])
  })
})
