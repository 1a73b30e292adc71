import { assert, describe, it } from "@effect/vitest"
import {
  CallInvalid,
  dateUnsafe,
  exactUnsafe,
  formatPath,
  GradingRound,
  getOrThrow,
  openStore,
  parseRuleBook,
  refusalLines,
  textEn,
  textZhCN
} from "../src/index.ts"
import { PledgeLifecycle } from "../src/pledges.ts"
import { LevelRegister, ProblemLedger, PromotionCase } from "../src/promotion.ts"
import { SurveyRound } from "../src/satisfaction.ts"
import { metaOf } from "./points.ts"

const book = getOrThrow(
  parseRuleBook({
    format: "zhengyou/rule-book@2",
    id: "windows",
    version: "1",
    title: "服务窗口评定办法",
    ladder: [
      { id: "good", name: "好" },
      { id: "fair", name: "一般" }
    ],
    criteria: [{ id: "service", name: "服务", maximum: 100, missing: "block" }],
    fullMarks: 100,
    panels: [{ id: "staff", name: "考评组", weight: 1, aggregate: { method: "mean" }, missing: "block" }],
    rounding: {},
    decideOn: "exact",
    bands: [
      { level: "good", from: 80 },
      { level: "fair", from: 0 }
    ]
  })
)
const plan = { title: "2026 年评定", book, units: [{ id: "w7", name: "7 号窗口" }], assignments: [] }
const context = { today: dateUnsafe("2026-11-23") }

/** A round that is open, and a way to call it as a program without types may. */
const openRound = async () => {
  const store = await openStore("memory:")
  await store.execute(GradingRound, "round", { _tag: "PlanRound", plan }, context, metaOf("plan"))
  await store.execute(GradingRound, "round", { _tag: "OpenRound" }, context, metaOf("open"))
  const untyped = store.execute as (...call: ReadonlyArray<unknown>) => Promise<unknown>
  const faultsOf = async (...call: ReadonlyArray<unknown>): Promise<ReadonlyArray<string>> => {
    const refused = await untyped(...call).catch((error: unknown) => error)
    assert.instanceOf(refused, CallInvalid)
    return refused.faults.map(({ path, problem }) => `${formatPath(path)} ${problem._tag}`)
  }
  return { store, untyped, faultsOf }
}

const submit = (sheet: unknown) => ({ _tag: "SubmitSheets", sheets: [sheet] })
const sheet = { unit: "w7", panel: "staff", rater: "r1" }

describe("a call that no compiler has checked", () => {
  it.each([
    ["a mark that is a number", submit({ ...sheet, scores: { service: 90 } }), ["command.sheets[0].scores.service"]],
    ["a sheet without marks", submit(sheet), ["command.sheets[0].scores"]],
    ["no sheet", submit(null), ["command.sheets[0]"]],
    ["no sheets", { _tag: "SubmitSheets" }, ["command.sheets"]],
    [
      "two faults",
      submit({ panel: "staff", rater: 7, scores: {} }),
      ["command.sheets[0].unit", "command.sheets[0].rater"]
    ],
    ["a command that there is not", { _tag: "GradeAll" }, ["command._tag"]],
    ["a book that was not read", { _tag: "PlanRound", plan: { ...plan, book: {} } }, ["command.plan.book"]],
    ["no command", undefined, ["command"]]
  ])("is refused with its places: %s", async (_, command, places) => {
    const { store, faultsOf } = await openRound()
    const found = await faultsOf(GradingRound, "round", command, context, metaOf("c"))
    for (const place of places)
      assert.isTrue(
        found.some((fault) => fault.startsWith(place)),
        found.join()
      )
    assert.lengthOf(await store.read("round"), 2)
  })

  it("is refused without a decider, or without what is known of the command", async () => {
    const { faultsOf } = await openRound()
    assert.deepStrictEqual(await faultsOf(), ["decider Missing", "meta Missing"])
    assert.deepStrictEqual(await faultsOf(GradingRound, "round", { _tag: "OpenRound" }, context), ["meta Missing"])
  })

  it("says how it is done, in both languages", async () => {
    const { untyped } = await openRound()
    const call = [GradingRound, "round", submit({ ...sheet, scores: { service: 90 } }), context, metaOf("c")]
    const refused = await untyped(...call).catch((error: unknown) => error)
    const [zh, en] = [refusalLines(refused, textZhCN), refusalLines(refused, textEn)]
    assert.include(zh?.[0], "exactUnsafe")
    assert.deepStrictEqual(zh?.slice(1), ["command.sheets[0].scores.service：现为 90，应为数或档名"])
    assert.include(en?.[0], "exactUnsafe")
    assert.deepStrictEqual(en?.slice(1), ["command.sheets[0].scores.service: is 90, but must be a number or a label"])
  })

  it("is let through where it is right, whatever else the records hold", async () => {
    const { untyped } = await openRound()
    const scores = { service: exactUnsafe(90) }
    const command = { ...submit({ ...sheet, scores, telephone: 7 }), note: "by hand" }
    assert.propertyVal(await untyped(GradingRound, "round", command, context, metaOf("c")), "replayed", false)
  })

  it("can be told for every decider of this package", () => {
    for (const decider of [GradingRound, PledgeLifecycle, LevelRegister, ProblemLedger, PromotionCase, SurveyRound]) {
      assert.isDefined(decider.command)
    }
  })
})
