import { countLevels, type Grading } from "@zhengyou/grading"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { plainWith } from "../books.ts"
import { anyField, anyQuotas, ladder } from "./generators.ts"
import { gradeTotals } from "./support.ts"

type Field = ReadonlyArray<{ readonly total: number; readonly type: string }>

const gradeField = (field: Field, quotas: ReadonlyArray<object>, lotSeed?: string): Grading =>
  gradeTotals(plainWith({ quotas }), Object.fromEntries(field.map(({ total }, i) => [`u${i}`, total])), {
    units: field.map(({ type }, i) => ({ id: `u${i}`, name: `u${i}`, type })),
    ...(lotSeed === undefined ? {} : { lotSeed })
  })

/** How many of some units are on a level or below it; a cap counts the level alone. */
const standing = (grading: Grading, kind: string, level: string): number => {
  const counts = countLevels(grading, ladder)
  const at = ladder.indexOf(level)
  return counts.slice(at, kind === "cap" ? at + 1 : undefined).reduce((a, b) => a + b, 0)
}

const only = (grading: Grading, units: ReadonlySet<string>): Grading => ({
  ...grading,
  outcomes: grading.outcomes.filter(({ unit }) => units.has(unit))
})

/** Every quota holds among the units that it counts; a floor asks for no more than there are. */
const expectAllHold = (grading: Grading, unitsOf: (group: string | undefined) => ReadonlySet<string>) => {
  for (const { kind, level, group, seats, isMet } of grading.quotas) {
    const units = unitsOf(group)
    const there = standing(only(grading, units), kind, level)
    if (kind === "cap") expect(there).toBeLessThanOrEqual(seats)
    else expect(there).toBeGreaterThanOrEqual(Math.min(seats, units.size))
    expect(isMet).toBe(true)
  }
}

const rankOf = (grading: Grading) => grading.outcomes.map((one) => ("level" in one ? ladder.indexOf(one.level) : -1))

describe("hard quotas", () => {
  const settling = fc.constantFrom("exclude", "lots")

  it("all hold at the end, caps and floors together, where ties fall or lots are drawn", () => {
    const any = settling.chain((ties) => fc.tuple(anyField, anyQuotas({ ties })))
    fc.assert(
      fc.property(any, ([field, quotas]) => {
        const grading = gradeField(field, quotas, "seed")
        const everybody = new Set(grading.outcomes.map(({ unit }) => unit))
        expect(grading.quotas).toHaveLength(quotas.length)
        expectAllHold(grading, () => everybody)
      })
    )
  })

  it("hold in each group by itself where they count within types", () => {
    const any = settling.chain((ties) => fc.tuple(anyField, anyQuotas({ ties, within: "unit.type" })))
    fc.assert(
      fc.property(any, ([field, quotas]) => {
        const grading = gradeField(field, quotas, "seed")
        const types = new Set(field.map(({ type }) => type))
        expect(grading.quotas).toHaveLength(quotas.length * types.size)
        expectAllHold(grading, (group) => new Set(field.flatMap(({ type }, i) => (type === group ? [`u${i}`] : []))))
      })
    )
  })

  it("within types come out as the types do that are graded by themselves", () => {
    fc.assert(
      fc.property(anyField, anyQuotas({ ties: "exclude", within: "unit.type" }), (field, quotas) => {
        const together = gradeField(field, quotas).outcomes
        for (const type of ["x", "y"]) {
          const alone = gradeField(
            field.filter((one) => one.type === type),
            quotas
          ).outcomes
          const own = together.filter((_, i) => field[i]?.type === type)
          expect(own.map((one) => "level" in one && one.level)).toEqual(alone.map((one) => "level" in one && one.level))
        }
      })
    )
  })
})

describe("quotas of any force, whatever ties mean", () => {
  const any = fc
    .record({
      ties: fc.constantFrom("exclude", "include", "lots", "undetermined"),
      force: fc.constantFrom("hard", "soft")
    })
    .chain((rest) => fc.tuple(anyField, anyQuotas(rest)))

  it("never raise a level", () => {
    fc.assert(
      fc.property(any, ([field, quotas]) => {
        const before = rankOf(gradeField(field, []))
        rankOf(gradeField(field, quotas)).forEach((rank, i) => {
          if (rank >= 0) expect(rank).toBeGreaterThanOrEqual(before[i] ?? 0)
        })
      })
    )
  })

  it("never put a unit below one with a lower total, without lots", () => {
    fc.assert(
      fc.property(any, ([field, quotas]) => {
        const ranks = rankOf(gradeField(field, quotas))
        field.forEach((one, i) => {
          field.forEach((other, j) => {
            const [mine = -1, theirs = -1] = [ranks[i], ranks[j]]
            if (one.total > other.total && mine >= 0 && theirs >= 0) expect(mine).toBeLessThanOrEqual(theirs)
          })
        })
      })
    )
  })

  it("move nobody where they are soft", () => {
    fc.assert(
      fc.property(anyField, anyQuotas({ ties: "exclude", force: "soft" }), (field, quotas) => {
        expect(gradeField(field, quotas).outcomes).toEqual(gradeField(field, []).outcomes)
      })
    )
  })

  it("do not look at the order in which the book names them", () => {
    fc.assert(
      fc.property(any, ([field, quotas]) => {
        expect(gradeField(field, quotas.toReversed(), "s").outcomes).toEqual(gradeField(field, quotas, "s").outcomes)
      })
    )
  })
})
