import { describe, expect, it } from "vitest"
import { plainWith } from "../books.ts"
import { gradeUnsafe, sheet, unit } from "../support.ts"

const eligibility = [{ id: "branch", name: "支部", require: { fact: "unit.type", op: "=", value: "branch" } }]

/** Of twelve units eight are branches, which are graded alone, and two of these have no sheet yet. Odd ones belong to the east campus. */
const ids = Array.from({ length: 12 }, (_, i) => `u${i}`)
const units = ids.map((id, i) => ({
  ...unit(id),
  type: i < 8 ? "branch" : "office",
  parent: i % 2 === 0 ? "west" : "east"
}))
const sheets = ids.slice(0, 6).map((id, i) => sheet(id, "p", "r", { c: 99 - i }))

const quotasOf = (of: string, within: object = {}) => {
  const half = { share: "1/2", of, rounding: "floor" }
  const quotas = [{ kind: "cap", level: "A", seats: half, ties: "exclude", ...within }]
  return gradeUnsafe(plainWith({ eligibility, quotas }), { units, sheets, facts: [] }).quotas
}

describe("half of the seats", () => {
  it.each([
    ["all", 6],
    ["eligible", 4],
    ["graded", 3]
  ])("of %s are %i", (of, seats) => {
    expect(quotasOf(of)).toMatchObject([{ seats }])
  })

  it.each([
    ["all", 3],
    ["eligible", 2],
    ["graded", 1]
  ])("of %s are %i under each parent", (of, seats) => {
    expect(quotasOf(of, { within: "unit.parent" }).map((quota) => quota.seats)).toEqual([seats, seats])
  })
})
