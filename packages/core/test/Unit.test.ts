import { compareDates, dateUnsafe, decodeInput, existsOn, Roster, type Unit, unitsAsOf } from "@zhengyou/core"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { day } from "./generators.ts"

/** 39 branches, of which two were founded in May 2012. */
const roster: Roster = Array.from({ length: 39 }, (_, i): Unit => {
  const unit = { id: `z${i + 1}`, name: `第${i + 1}支部` }
  return i < 37 ? unit : { ...unit, founded: dateUnsafe("2012-05-01") }
})

const unit: fc.Arbitrary<Unit> = fc
  .record({ founded: day.map(dateUnsafe), closed: day.map(dateUnsafe) }, { requiredKeys: [] })
  .map((dates) => ({ id: "u", name: "单位", ...dates }))

describe("units as of a day", () => {
  it("were 37 in April 2012 and 39 at the end of the year", () => {
    expect(unitsAsOf(roster, dateUnsafe("2012-04-30"))).toHaveLength(37)
    expect(unitsAsOf(roster, dateUnsafe("2012-05-01"))).toHaveLength(39)
    expect(unitsAsOf(roster, dateUnsafe("2012-12-31"))).toEqual(roster)
  })

  it("are there on the day of founding and no longer on the day of closing", () => {
    const merged = { ...roster[0], id: "z1", name: "第1支部", closed: dateUnsafe("2012-07-01"), mergedInto: "z2" }
    expect(existsOn(merged, dateUnsafe("2012-06-30"))).toBe(true)
    expect(existsOn(merged, dateUnsafe("2012-07-01"))).toBe(false)
  })

  it("are those between founding and closing, in the order of the roster", () => {
    fc.assert(
      fc.property(fc.array(unit), day.map(dateUnsafe), (units, date) => {
        const model = units.filter(({ founded, closed }) => {
          const begun = founded === undefined || compareDates(founded, date) <= 0
          return begun && (closed === undefined || compareDates(date, closed) < 0)
        })
        expect(unitsAsOf(units, date)).toEqual(model)
      })
    )
  })

  it("come and go once: nothing exists again after it was closed", () => {
    fc.assert(
      fc.property(unit, fc.tuple(day, day, day), (one, days) => {
        const [first, middle, last] = days.toSorted().map((date) => existsOn(one, dateUnsafe(date)))
        if (first === true && last === true) expect(middle).toBe(true)
      })
    )
  })
})

describe("a roster from outside", () => {
  it("is refused with every fault and its path", () => {
    const refused = decodeInput(Roster, [
      { id: "z1", name: "第1支部", founded: "2011-02-30", leader: "书记" },
      { id: "", name: { "zh-CN": "第2支部" } }
    ])
    expect(
      Result.isFailure(refused) && refused.failure.toSorted((a, b) => (`${a.path}` < `${b.path}` ? -1 : 1))
    ).toEqual([
      {
        path: [0, "founded"],
        problem: { _tag: "NotAllowed", expected: "a day as YYYY-MM-DD", found: '"2011-02-30"' }
      },
      { path: [0, "leader"], problem: { _tag: "Unexpected" } },
      {
        path: [1, "id"],
        problem: {
          _tag: "NotAllowed",
          expected:
            "an identifier of 1 to 120 characters, without control characters, blanks at its ends, or the name __proto__",
          found: '""'
        }
      },
      { path: [1, "name", "en"], problem: { _tag: "Missing" } }
    ])
  })
})
