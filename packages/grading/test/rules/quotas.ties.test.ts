import { exactUnsafe } from "@zhengyou/core"
import { decidingReason } from "@zhengyou/grading"
import { describe, expect, it } from "vitest"
import { plainWith } from "../books.ts"
import { outcomeOf } from "../support.ts"
import { gradeTotals } from "./support.ts"

/** Three seats, of which the third falls between two with 93. */
const tiedAtTheThird = (ties: string) => {
  const book = plainWith({ quotas: [{ kind: "cap", level: "A", seats: { count: 3 }, ties }] })
  const grading = gradeTotals(book, { a: "95", b: "94", c: "93", d: "93", e: "92", f: "85" })
  return Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((id) => [id, decidingReason(outcomeOf(grading, id))]))
}

const pushed = (place: number, rest: object) => ({
  _tag: "QuotaPushed",
  seats: 3,
  candidates: 5,
  place,
  byLot: false,
  ...rest
})

describe("units that are tied at the last seat", () => {
  it("all fall where ties are left out: the last that kept its level is the one above them, and they share a place", () => {
    const reasons = tiedAtTheThird("exclude")
    const lastKept = exactUnsafe(94)
    expect(reasons["c"]).toMatchObject(pushed(3, { tied: true, lastKept, total: exactUnsafe(93) }))
    expect(reasons["d"]).toMatchObject(pushed(3, { tied: true, lastKept }))
    expect(reasons["e"]).toMatchObject(pushed(5, { tied: false, lastKept }))
    expect([reasons["b"]?._tag, reasons["f"]?._tag]).toEqual(["InBand", "InBand"])
  })

  it("all stay where ties are let in, and are told so; who comes after falls behind them", () => {
    const reasons = tiedAtTheThird("include")
    expect(reasons["c"]).toMatchObject({ _tag: "KeptByTie", seats: 3, kept: 4, byLot: false })
    expect(reasons["e"]).toMatchObject(pushed(5, { tied: false, lastKept: exactUnsafe(93) }))
  })

  it("are left open where the book leaves them open, with how many they are", () => {
    const open = tiedAtTheThird("undetermined")
    expect(open["c"]).toMatchObject({ _tag: "TiedAtQuota", seats: 3, tied: 2, wantsLots: false })
    expect(open["e"]).toMatchObject(pushed(5, { tied: false }))
    expect(tiedAtTheThird("lots")["d"]).toMatchObject({ _tag: "TiedAtQuota", tied: 2, wantsLots: true })
  })
})

it("units that a cut leaves undetermined keep their totals", () => {
  const quotas = [{ kind: "cap", level: "A", seats: { count: 1 }, ties: "undetermined" }]
  const { outcomes } = gradeTotals(plainWith({ quotas }), { u: 95, v: 95, w: 91 })
  expect(outcomes.map(({ _tag }) => _tag)).toEqual(["Undetermined", "Undetermined", "Graded"])
  for (const outcome of outcomes.slice(0, 2)) expect(outcome).toMatchObject({ total: { exact: { n: 95n, d: 1n } } })
})
