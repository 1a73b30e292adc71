import { exactUnsafe } from "@zhengyou/core"
import {
  type Claim,
  checkClaim,
  claimText,
  countsAfter,
  LevelRegister,
  movementFigures,
  movementsBetween,
  reconcile,
  type Standing,
  transitionShare,
  unitsMoved
} from "@zhengyou/promotion"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { d, ladder as four, named, told } from "./support.ts"

const ladder = [four[0], four[1], four[2]] as const

const unit = (i: number) => `z${String(i).padStart(2, "0")}`

/** The published round of 2012: 12 Advanced, 22 Good and 3 Ordinary of 37. */
const before: ReadonlyArray<Standing> = Array.from({ length: 37 }, (_, i) => ({
  unit: unit(i + 1),
  level: i < 12 ? "advanced" : i < 34 ? "good" : "ordinary"
}))

/** 14 of them went from Good to Advanced and 2 from Ordinary to Good; two branches were founded and not graded. */
const changes = {
  moves: [
    ...Array.from({ length: 14 }, (_, i) => ({ unit: unit(13 + i), from: "good", to: "advanced" })),
    ...Array.from({ length: 2 }, (_, i) => ({ unit: unit(35 + i), from: "ordinary", to: "good" }))
  ],
  founded: [{ unit: "z38" }, { unit: "z39" }],
  merged: [],
  closed: []
}

const table = Result.getOrThrow(reconcile(ladder, before, changes))

const faultsOf = (result: Result.Result<unknown, { readonly faults: ReadonlyArray<{ problem: unknown }> }>) =>
  Result.getOrThrow(Result.flip(result)).faults.map(({ problem }) => problem)

describe("the accounts of the published year", () => {
  it("close: 12, 22, 3 become 26, 10, 1, and 2 of 39 are not graded", () => {
    expect(table.rows).toEqual([
      { level: ladder[0], before: 12, in: 14, out: 0, founded: 0, merged: 0, closed: 0, after: 26 },
      { level: ladder[1], before: 22, in: 2, out: 14, founded: 0, merged: 0, closed: 0, after: 10 },
      { level: ladder[2], before: 3, in: 0, out: 2, founded: 0, merged: 0, closed: 0, after: 1 },
      { before: 0, in: 0, out: 0, founded: 2, merged: 0, closed: 0, after: 2 }
    ])
    expect(movementFigures(table)).toEqual({
      unitsAfter: 39,
      gradedAfter: 37,
      followed: 37,
      couldMoveUp: 25,
      movedUp: 16,
      movedDown: 0
    })
    expect(unitsMoved(table, "good", "advanced")).toBe(14)
    expect(transitionShare(table, "good", "advanced")).toEqual(exactUnsafe("14/22"))
    expect(transitionShare(table, undefined, "good")).toBe(undefined)
  })

  it("close in numbers, where only numbers are known, and not with 23 out of 22", () => {
    const moves = (units: number) => [
      { from: "good", to: "advanced", units },
      { from: "ordinary", to: "good", units: 2 }
    ]
    expect(countsAfter(ladder, [12, 22, 3], moves(14))).toEqual(Result.succeed([26, 10, 1]))
    expect(Result.getOrThrow(Result.flip(countsAfter(ladder, [12, 22, 3], moves(23))))).toMatchObject({
      _tag: "MoreLeaveThanThere",
      level: { id: "good" },
      units: 22,
      leaving: 23
    })
    expect(
      Result.getOrThrow(Result.flip(countsAfter(ladder, [1], [{ from: "x", to: "good", units: 1 }])))
    ).toMatchObject({
      _tag: "NoSuchLevel",
      level: "x"
    })
  })

  it("count units that merged apart from those that closed, and a divided one as closed", () => {
    const register = told(LevelRegister)
    const units = ["a", "b", "c", "e"].map((id) => named(id))
    const levels = [
      { unit: "a", level: "good" },
      { unit: "b", level: "good" },
      { unit: "c", level: "good" },
      { unit: "e", level: "good" }
    ] as const
    const into = [{ unit: named("e1"), level: "ordinary" }, { unit: named("e2") }] as const
    register.ok({ _tag: "OpenRegister", ladder, units, on: d("2012-01-01") }, undefined)
    register.ok({ _tag: "PutLevels", levels, on: d("2012-02-01"), source: "round" }, undefined)
    register.ok({ _tag: "MergeUnits", units: ["a"], into: "b", on: d("2012-03-01") }, undefined)
    register.ok({ _tag: "CloseUnit", unit: "c", on: d("2012-04-01") }, undefined)
    register.ok({ _tag: "SplitUnit", unit: "e", into, on: d("2012-05-01") }, undefined)
    const { rows } = Result.getOrThrow(movementsBetween(register.state(), d("2012-02-01"), d("2012-12-31")))
    expect(
      rows.map(({ before: old, founded, merged, closed, after: now }) => [old, founded, merged, closed, now])
    ).toEqual([
      [0, 0, 0, 0, 0],
      [4, 0, 1, 2, 1],
      [0, 1, 0, 0, 1],
      [0, 1, 0, 0, 1]
    ])
  })

  it("come out of the register the same way", () => {
    const register = told(LevelRegister)
    const levels = before.map(({ unit: id, level = "" }) => ({ unit: id, level }))
    const [first, ...rest] = levels
    if (first === undefined) throw new Error("no units")
    const units = before.map(({ unit: id }) => named(id))
    register.ok({ _tag: "OpenRegister", ladder, units, on: d("2012-01-01") }, undefined)
    register.ok({ _tag: "PutLevels", levels: [first, ...rest], on: d("2012-04-12"), source: "round" }, undefined)
    for (const { unit: id } of changes.founded)
      register.ok({ _tag: "FoundUnit", unit: named(id), on: d("2012-05-08") }, undefined)
    for (const { unit: id, from, to } of changes.moves)
      register.ok({ _tag: "MoveLevel", unit: id, from, to, on: d("2012-12-20"), case: id }, undefined)
    const year = movementsBetween(register.state(), d("2012-04-12"), d("2012-12-31"))
    expect(year).toEqual(Result.succeed(table))
    expect(movementsBetween(register.state(), d("2012-12-31"), d("2012-04-12"))).toMatchObject({
      failure: { _tag: "DatesReversed" }
    })
    expect(movementsBetween({ phase: "none" }, d("2012-04-12"), d("2012-12-31"))).toMatchObject({
      failure: { _tag: "RegisterNotOpen" }
    })
  })
})

describe("what does not add up names its unit", () => {
  const after: ReadonlyArray<Standing> = [
    { unit: "a", level: "advanced" },
    { unit: "b", level: "good" }
  ]
  const none = { moves: [], founded: [], merged: [], closed: [] }
  const start: ReadonlyArray<Standing> = [{ unit: "a", level: "good" }, { unit: "b" }]

  it("in the list after", () => {
    const stated = [
      { unit: "a", level: "good" },
      { unit: "n", level: "good" }
    ]
    const changed = { ...none, moves: [{ unit: "a", from: "good", to: "advanced" }] }
    expect(faultsOf(reconcile(ladder, start, changed, stated))).toEqual([
      { _tag: "LevelDiffers", unit: "a", expected: "advanced", found: "good" },
      { _tag: "MissingAfter", unit: "b" },
      { _tag: "UnaccountedFor", unit: "n", level: "good" }
    ])
  })

  it("in the changes", () => {
    const changed = {
      moves: [
        { unit: "a", from: "ordinary", to: "good" },
        { unit: "x", from: "good", to: "advanced" },
        { unit: "b", to: "best" },
        { unit: "a", from: "good", to: "advanced" }
      ],
      founded: [{ unit: "b" }, { unit: "n", level: "worst" }, { unit: "n" }],
      merged: ["y"],
      closed: ["b"]
    }
    expect(faultsOf(reconcile(ladder, start, changed))).toEqual([
      { _tag: "LevelUnknown", unit: "n", level: "worst" },
      { _tag: "ListedTwice", unit: "n" },
      { _tag: "MoveNotFromInForce", unit: "a", from: "ordinary", inForce: "good" },
      { _tag: "NotThereBefore", unit: "x" },
      { _tag: "LevelUnknown", unit: "b", level: "best" },
      { _tag: "ChangedTwice", unit: "a" },
      { _tag: "NotThereBefore", unit: "y" },
      { _tag: "ChangedTwice", unit: "b" },
      { _tag: "ThereBefore", unit: "b" }
    ])
  })

  it("and what does, closes, merged and closed units included", () => {
    const changed = { ...none, moves: [{ unit: "b", to: "good" }], closed: [], merged: ["a"] }
    const made = Result.getOrThrow(reconcile(ladder, start, changed, [{ unit: "b", level: "good" }]))
    expect(made.rows.map(({ before: old, merged, in: came, after: now }) => [old, merged, came, now])).toEqual([
      [0, 0, 0, 0],
      [1, 1, 1, 1],
      [0, 0, 0, 0],
      [1, 0, 0, 0]
    ])
    expect(Result.isSuccess(reconcile(ladder, after, none, after))).toBe(true)
  })
})

describe("sentences of a summary", () => {
  const check = (claim: Claim) => checkClaim(claim, table)
  const verdict = (claim: Claim) => check(claim).verdict

  it("about numbers are supported or contradicted", () => {
    expect(verdict({ _tag: "Moved", from: "good", to: "advanced", units: 14 })).toBe("supported")
    expect(verdict({ _tag: "Moved", from: "good", to: "advanced", units: 16 })).toBe("contradicted")
    expect(verdict({ _tag: "MovedUp", units: 16 })).toBe("supported")
    expect(verdict({ _tag: "LevelCount", level: "advanced", units: 26 })).toBe("supported")
    expect(verdict({ _tag: "LevelCount", level: "advanced", units: 27 })).toBe("contradicted")
    expect(verdict({ _tag: "NobodyMovedDown" })).toBe("supported")
  })

  it("about shares depend on whether all units are meant: 26 of 37 or of 39", () => {
    const share = (percent: string, digits: number) =>
      check({ _tag: "LevelShare", level: "advanced", percent: exactUnsafe(percent), digits })
    expect(share("70.27", 2)).toMatchObject({
      verdict: "dependsOnReading",
      readings: [
        { kind: "shareOfGraded", units: 26, of: 37, holds: true },
        { kind: "shareOfAll", units: 26, of: 39, holds: false }
      ]
    })
    expect(share("66.7", 1).readings.map(({ holds }) => holds)).toEqual([false, true])
    expect(share("70", 1).verdict).toBe("contradicted")
  })

  it("that units moved up throughout hold of most that could, 16 of 25, and of no more", () => {
    expect(check({ _tag: "GenerallyMovedUp" })).toEqual({
      claim: { _tag: "GenerallyMovedUp" },
      verdict: "dependsOnReading",
      readings: [
        { kind: "everyOfFollowed", units: 16, of: 37, holds: false },
        { kind: "everyWhoCould", units: 16, of: 25, holds: false },
        { kind: "mostOfFollowed", units: 16, of: 37, holds: false },
        { kind: "mostWhoCould", units: 16, of: 25, holds: true }
      ]
    })
    expect(verdict({ _tag: "EveryUnitMovedUp" })).toBe("contradicted")
  })

  it("hold of most units only where they are more than half", () => {
    const two = [
      { unit: "a", level: "good" },
      { unit: "b", level: "good" }
    ]
    const moves = [{ unit: "a", from: "good", to: "advanced" }]
    const half = Result.getOrThrow(reconcile(ladder, two, { moves, founded: [], merged: [], closed: [] }))
    expect(checkClaim({ _tag: "GenerallyMovedUp" }, half).verdict).toBe("contradicted")
  })

  it("are told with their figures", () => {
    expect(claimText(check({ _tag: "GenerallyMovedUp" }), ladder, "zh-CN")).toBe(
      [
        "“普遍晋位升级”：视读法而定",
        "  期初期末都定级的单位，个个如此：37 个中 16 个（43.24%），不成立",
        "  期初不在最高等级的单位，个个如此：25 个中 16 个（64.00%），不成立",
        "  期初期末都定级的单位，多数如此：37 个中 16 个（43.24%），不成立",
        "  期初不在最高等级的单位，多数如此：25 个中 16 个（64.00%），成立"
      ].join("\n")
    )
    expect(claimText(check({ _tag: "Moved", from: "ordinary", to: "good", units: 2 }), ladder, "en")).toBe(
      '"2 went from Ordinary to Good": supported\n  as a number: 2 of 37 (5.41%), holds'
    )
  })
})
