import { deadlineOf, type Roster } from "@zhengyou/core"
import { type InspectionRound, type InspectionVisit, inspectionCoverage, publicationCoverage } from "@zhengyou/pledges"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { d, x } from "./support.ts"

/** Fourteen departments, as in the two rounds that a university made in 2011. */
const departments: Roster = Array.from({ length: 14 }, (_, i) => ({ id: `d${i + 1}`, name: `部门${i + 1}` }))
const ids = departments.map(({ id }) => id)
const [from, until] = [d("2011-09-05"), d("2011-09-16")]
const round: InspectionRound = { id: "2", title: "第二次督导检查", from, until, units: ["d1", ...ids.slice(1)] }
const visit = (unit: string, findings: InspectionVisit["findings"] = []): InspectionVisit => ({
  unit,
  on: d("2011-09-06"),
  by: "督导组",
  findings
})
const followUp = { owner: "办公室", deadline: deadlineOf([], d("2011-09-06"), { workingDays: 10, first: "next" }) }

describe("a round of inspections", () => {
  it("says who has been visited, and what is still to be done", () => {
    const findings = [
      { id: "f1", note: "承诺未上墙", pledge: "p1", followUp },
      { id: "f2", note: "台账已改", followUp: { ...followUp, doneOn: d("2011-09-18") } },
      { id: "f3", note: "做法可推广" }
    ]
    const coverage = (today: string) =>
      Result.getOrThrow(inspectionCoverage(round, departments, [visit("d1", findings), visit("d2")], d(today)))
    expect(coverage("2011-09-20")).toMatchObject({
      visited: ["d1", "d2"],
      missing: ids.slice(2),
      findings: 3,
      open: [{ unit: "d1", finding: "f1", owner: "办公室", due: "2011-09-20" }],
      overdue: []
    })
    expect(coverage("2011-09-17").open.map(({ finding }) => finding)).toEqual(["f1", "f2"])
    expect(coverage("2011-09-05")).toMatchObject({ visited: [], findings: 0, open: [] })
    expect(coverage("2011-09-21").overdue.map(({ finding }) => finding)).toEqual(["f1"])
  })

  it("splits its units into those visited and those not, whoever is visited", () => {
    fc.assert(
      fc.property(fc.subarray(ids), (visited) => {
        const made = visited.map((unit) => visit(unit))
        const coverage = Result.getOrThrow(inspectionCoverage(round, departments, made, until))
        expect(coverage.visited).toEqual(visited)
        expect([...coverage.visited, ...coverage.missing].toSorted()).toEqual([...ids].toSorted())
      })
    )
  })

  it("refuses what does not fit, all at once", () => {
    const odd: InspectionRound = { ...round, from: until, until: from, units: ["d1", "d1", "d99"] }
    const visits = [
      { ...visit("d3", [{ id: "f1", note: "x" }]), on: d("2011-10-01") },
      { ...visit("d1", [{ id: "f1", note: "x" }]), by: "d1" }
    ]
    const faults = Result.getOrThrow(Result.flip(inspectionCoverage(odd, departments, visits, until))).faults
    expect(faults.map(({ path, problem }) => [path.join("."), problem._tag])).toEqual([
      ["round.until", "RoundEndsFirst"],
      ["round.units.1", "UnitTwice"],
      ["round.units.2", "UnitNotOnRoster"],
      ["visits.0.unit", "UnitNotInRound"],
      ["visits.0.on", "VisitOutsideRound"],
      ["visits.1.on", "VisitOutsideRound"],
      ["visits.1.by", "InspectsItself"],
      ["visits.1.findings.0.id", "FindingTwice"]
    ])
  })
})

describe("who is online by a deadline", () => {
  const [deadline, today] = [d("2011-07-15"), d("2011-09-01")]

  it("counts the units that exist on the deadline, each by its first publication", () => {
    const roster: Roster = [
      ...departments.slice(0, 3),
      { id: "new", name: "新设", founded: d("2011-07-16") },
      { id: "gone", name: "已撤", closed: d("2011-07-15") }
    ]
    const published = [
      { unit: "d1", on: d("2011-07-20") },
      { unit: "d1", on: d("2011-07-15") },
      { unit: "d2", on: d("2011-07-16") },
      { unit: "d3", on: d("2011-09-02") },
      { unit: "new", on: d("2011-07-01") }
    ]
    expect(publicationCoverage(roster, published, deadline, today)).toEqual({
      units: 3,
      inTime: ["d1"],
      late: [{ unit: "d2", on: "2011-07-16" }],
      missing: ["d3"],
      share: x("1/3")
    })
    expect(publicationCoverage([], published, deadline, today).share).toBeUndefined()
  })

  it("puts every unit in one of three places, and is whole exactly where nobody is late or missing", () => {
    const day = fc.constantFrom("2011-06-20", "2011-07-15", "2011-07-16", "2011-09-01", "2011-09-02").map(d)
    fc.assert(
      fc.property(fc.array(fc.record({ unit: fc.constantFrom(...ids), on: day })), (published) => {
        const { units, inTime, late, missing, share } = publicationCoverage(departments, published, deadline, today)
        expect([...inTime, ...late.map(({ unit }) => unit), ...missing].toSorted()).toEqual([...ids].toSorted())
        expect(units).toBe(14)
        expect(share).toEqual(x(`${inTime.length}/14`))
      })
    )
  })
})
