import { createHash } from "node:crypto"
import { exactUnsafe } from "@zhengyou/core"
import { countLevels, decidingReason, type Grading, type RuleBook } from "@zhengyou/grading"
import { describe, expect, it } from "vitest"
import { plainWith } from "../books.ts"
import { outcomeOf } from "../support.ts"
import { gradeTotals } from "./support.ts"

const ladder = ["A", "B", "C", "D"]
const floor = (level: string, seats: object, rest: object = {}) => ({
  kind: "floor",
  level,
  seats,
  ties: "exclude",
  ...rest
})
const cap = (level: string, seats: object, rest: object = {}) => ({ ...floor(level, seats, rest), kind: "cap" })
const share = (of: string, part: string, rounding: string) => ({ share: part, of, rounding })
const withQuotas = (...quotas: ReadonlyArray<object>): RuleBook => plainWith({ quotas })
const levels = (grading: Grading) =>
  Object.fromEntries(grading.outcomes.map((one) => [one.unit, "level" in one ? one.level : one._tag]))

/** So many units, named u0 and so on, whose totals go down from the first by a hundredth each. */
const descending = (count: number, from: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`u${i}`, `${from * 100 - i}/100`]))

describe("a floor", () => {
  it("of 15 % at B or below: 3 of 20; where 2 are, the lowest of the A falls to it", () => {
    const book = withQuotas(floor("B", share("graded", "0.15", "ceil")))
    const grading = gradeTotals(book, { ...descending(18, 95), v: 85, w: 80 })
    expect(countLevels(grading, ladder)).toEqual([17, 3, 0, 0])
    expect(grading.quotas).toEqual([
      { kind: "floor", level: "B", seats: 3, candidates: 18, kept: 17, reserve: ["u17"], isMet: true }
    ])
    expect(decidingReason(outcomeOf(grading, "u17"))).toMatchObject({
      _tag: "QuotaPushed",
      kind: "floor",
      from: { id: "A" },
      to: { id: "B" },
      seats: 3,
      candidates: 18,
      place: 18,
      total: exactUnsafe("94.83"),
      lastKept: exactUnsafe("94.84")
    })
  })

  it("of 5 % on the lowest level: 1.85 of 37 are 2, who fall there from wherever they stand", () => {
    const book = withQuotas(floor("D", share("all", "0.05", "ceil")))
    const grading = gradeTotals(book, { ...descending(36, 99), last: 82 })
    expect(countLevels(grading, ladder)).toEqual([35, 0, 0, 2])
    expect([levels(grading)["u35"], levels(grading)["last"]]).toEqual(["D", "D"])
  })

  it("that is met already moves nobody", () => {
    const grading = gradeTotals(withQuotas(floor("B", { count: 2 })), { a: 95, b: 85, c: 65 })
    expect(levels(grading)).toEqual({ a: "A", b: "B", c: "C" })
    expect(grading.quotas).toMatchObject([{ candidates: 1, kept: 1, reserve: [], isMet: true }])
  })

  it("lets all of the tied fall, or none of them, by the book's word", () => {
    const scores = { a: 95, b: 92, c: 92, d: 92 }
    const by = (ties: string) => gradeTotals(withQuotas(floor("B", { count: 1 }, { ties })), scores)
    expect(levels(by("exclude"))).toEqual({ a: "A", b: "B", c: "B", d: "B" })
    expect(levels(by("include"))).toEqual({ a: "A", b: "A", c: "A", d: "A" })
    expect(by("include").quotas).toMatchObject([{ kept: 4, isMet: false }])
  })

  it("and a cap both hold: floors first, and whoever falls under a cap stays below", () => {
    const book = withQuotas(cap("A", { count: 1 }), floor("D", { count: 1 }))
    const grading = gradeTotals(book, { a: 95, b: 94, c: 93, d: 92 })
    expect(levels(grading)).toEqual({ a: "A", b: "B", c: "B", d: "D" })
    expect(grading.quotas.map(({ kind, isMet }) => [kind, isMet])).toEqual([
      ["floor", true],
      ["cap", true]
    ])
  })

  it("of the lowest level comes before those above it, so that nobody falls twice", () => {
    const book = withQuotas(floor("B", { count: 2 }), floor("D", { count: 1 }))
    const grading = gradeTotals(book, { a: 95, b: 94, c: 93 })
    expect(levels(grading)).toEqual({ a: "A", b: "B", c: "D" })
    expect(outcomeOf(grading, "c").reasons).toMatchObject([
      { _tag: "InBand" },
      { _tag: "QuotaPushed", from: { id: "A" }, to: { id: "D" } }
    ])
    expect(grading.quotas.map(({ level, candidates }) => [level, candidates])).toEqual([
      ["D", 3],
      ["B", 2]
    ])
  })

  it("asks for no more units than there are", () => {
    const grading = gradeTotals(withQuotas(floor("D", { count: 9 })), { a: 95, b: 94 })
    expect(levels(grading)).toEqual({ a: "D", b: "D" })
    expect(grading.quotas).toMatchObject([{ seats: 9, kept: 0, isMet: true }])
  })
})

it("a soft quota moves nobody and says whether it is met", () => {
  const soft = { force: "soft" }
  const book = withQuotas(cap("A", { count: 1 }, soft), floor("D", { count: 1 }, soft))
  const grading = gradeTotals(book, { a: 95, b: 94 })
  expect(levels(grading)).toEqual({ a: "A", b: "A" })
  expect(grading.quotas).toEqual([
    { kind: "floor", level: "D", seats: 1, candidates: 2, kept: 2, reserve: [], isMet: false },
    { kind: "cap", level: "A", seats: 1, candidates: 2, kept: 2, reserve: [], isMet: false }
  ])
})

it("a quota within types counts each by itself: half of 2 teachers and of 3 students, rounded down", () => {
  const types: Readonly<Record<string, string>> = { t1: "teachers", t2: "teachers" }
  const scores = { t1: 92, t2: 91, s1: 99, s2: 98, s3: 97 }
  const units = Object.keys(scores).map((id) => ({ id, name: id, type: types[id] ?? "students" }))
  const half = share("eligible", "1/2", "floor")
  const within = gradeTotals(withQuotas(cap("A", half, { within: "unit.type" })), scores, { units })
  expect(levels(within)).toEqual({ t1: "A", t2: "B", s1: "A", s2: "B", s3: "B" })
  expect(within.quotas).toMatchObject([
    { group: "teachers", seats: 1, candidates: 2, kept: 1, reserve: ["t2"] },
    { group: "students", seats: 1, candidates: 3, kept: 1, reserve: ["s2", "s3"] }
  ])
  const together = gradeTotals(withQuotas(cap("A", half)), scores, { units })
  expect(levels(together)).toEqual({ t1: "B", t2: "B", s1: "A", s2: "A", s3: "B" })
})

it("a quota within parents counts what stands under each, and what stands under none together", () => {
  const parents: Readonly<Record<string, string>> = { a: "p1", b: "p1", c: "p2" }
  const scores = { a: 99, b: 98, c: 91, d: 97, e: 96 }
  const units = Object.keys(scores).map((id) => {
    const parent = parents[id]
    return { id, name: id, ...(parent === undefined ? {} : { parent }) }
  })
  const grading = gradeTotals(withQuotas(cap("A", { count: 1 }, { within: "unit.parent" })), scores, { units })
  expect(levels(grading)).toEqual({ a: "A", b: "B", c: "A", d: "A", e: "B" })
  expect(grading.quotas.map(({ group }) => group)).toEqual(["p1", "p2", ""])
})

describe("lots between the tied", () => {
  const names = ["甲", "乙", "丙", "丁", "戊", "己"]
  const scores = Object.fromEntries(["best", ...names].map((id) => [id, id === "best" ? 99 : 92]))
  const book = withQuotas(cap("A", { count: 3 }, { ties: "lots" }))
  const draw = (lotSeed: string, of: Readonly<Record<string, number>> = scores) =>
    Object.entries(levels(gradeTotals(book, of, { lotSeed })))
      .flatMap(([id, level]) => (level === "A" ? [id] : []))
      .toSorted()

  /** The two who come first by the SHA-256 of seed and name, which anybody can compute again. */
  const expected = (seed: string) => {
    const lot = (id: string) =>
      createHash("sha256")
        .update(JSON.stringify([seed, id]))
        .digest("hex")
    return ["best", ...names.toSorted((a, b) => (lot(a) < lot(b) ? -1 : 1)).slice(0, 2)].toSorted()
  }

  it("are drawn by the seed alone, so that anybody can draw them again", () => {
    for (const seed of ["上证指数 3201.55", "2012-04-17", ""]) {
      expect(draw(seed)).toEqual(expected(seed))
      const reversed = Object.fromEntries(Object.entries(scores).toReversed())
      expect(draw(seed, reversed)).toEqual(expected(seed))
    }
  })

  it("come out otherwise by other seeds", () => {
    const draws = new Set(Array.from({ length: 20 }, (_, i) => draw(`seed ${i}`).join()))
    expect(draws.size).toBeGreaterThan(1)
  })

  it("are told in the reasons, with the order of those who wait", () => {
    const grading = gradeTotals(book, scores, { lotSeed: "2012-04-17" })
    const [lucky = ""] = expected("2012-04-17").filter((id) => id !== "best")
    expect(decidingReason(outcomeOf(grading, lucky))).toMatchObject({ _tag: "KeptByTie", byLot: true, kept: 3 })
    const [quota] = grading.quotas
    expect(quota?.reserve).toHaveLength(4)
    expect(decidingReason(outcomeOf(grading, quota?.reserve[0] ?? ""))).toMatchObject({
      _tag: "QuotaPushed",
      byLot: true,
      tied: true,
      place: 2
    })
  })

  it("leave the tied undetermined where there is no seed", () => {
    const grading = gradeTotals(book, scores)
    expect(levels(grading)).toEqual({ best: "A", ...Object.fromEntries(names.map((id) => [id, "Undetermined"])) })
    expect(decidingReason(outcomeOf(grading, "甲"))).toMatchObject({ _tag: "TiedAtQuota", tied: 6, wantsLots: true })
  })

  it("are not drawn where nobody is tied across the cut", () => {
    const clear = { a: 99, b: 98, c: 97, d: 96 }
    expect(gradeTotals(book, clear, { lotSeed: "x" }).outcomes).toEqual(gradeTotals(book, clear).outcomes)
  })
})

it("the reserve stands in the order in which seats would be filled, whatever the order of the units", () => {
  const grading = gradeTotals(withQuotas(cap("A", { count: 1 })), { c: 91, a: 99, d: 90, b: 95 })
  expect(grading.quotas[0]?.reserve).toEqual(["b", "c", "d"])
})

it("ranks after a tie count everybody above, or are the next number", () => {
  const ranks = (ranking: string) =>
    gradeTotals(plainWith({ ranking }), { a: 90, b: 95, c: 90, d: 85 }).outcomes.map((one) => "rank" in one && one.rank)
  expect(ranks("competition")).toEqual([2, 1, 2, 4])
  expect(ranks("dense")).toEqual([2, 1, 2, 3])
})
