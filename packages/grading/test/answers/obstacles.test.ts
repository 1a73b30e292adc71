import { dateUnsafe, exactUnsafe, formatExact } from "@zhengyou/core"
import { compareBooks, type GradingInputs, type RuleBook, runExamples, whyNot } from "@zhengyou/grading"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { plainWith } from "../books.ts"
import { award, marked } from "../rules/support.ts"
import { flag } from "../support.ts"

/** Units that have one mark each, out of 100. */
const scored = (marks: Readonly<Record<string, number>>, rest: Partial<GradingInputs> = {}): GradingInputs => ({
  units: Object.keys(marks).map((id) => ({ id, name: id })),
  sheets: Object.entries(marks).map(([id, c]) => marked(id, "p", "r", { c })),
  facts: [],
  ...rest
})

const obstacles = (book: RuleBook, inputs: GradingInputs, id: string, level: string) =>
  Result.getOrThrow(whyNot(book, inputs, id, level)).obstacles

const cap = (count: number, rest: object = {}) => ({
  kind: "cap",
  level: "A",
  seats: { count },
  ties: "exclude",
  ...rest
})

describe("what stands in the way of a level", () => {
  it("is a seat: how many places away, and the total that has the last one", () => {
    const book = plainWith({ quotas: [cap(1)] })
    const inputs = scored({ u: 91, v: 95, w: 93 })
    expect(obstacles(book, inputs, "u", "A")).toMatchObject([
      { _tag: "SeatsShort", seats: 1, place: 3, short: 2, lastKept: exactUnsafe(95) }
    ])
    expect(obstacles(book, inputs, "u", "B")).toEqual([])
  })

  it("is one seat at least, where a tie costs it, and nobody has the last one where there is none", () => {
    const [tied] = obstacles(plainWith({ quotas: [cap(1)] }), scored({ u: 95, v: 95 }), "u", "A")
    expect(tied).toMatchObject({ _tag: "SeatsShort", seats: 1, place: 1, short: 1 })
    expect(tied).not.toHaveProperty("lastKept")
  })

  it("is one place where so many must be below", () => {
    const floor = { kind: "floor", level: "B", seats: { count: 1 }, ties: "exclude" }
    expect(obstacles(plainWith({ quotas: [floor] }), scored({ u: 91, v: 95, w: 93 }), "u", "A")).toMatchObject([
      { _tag: "SeatsShort", seats: 1, place: 3, short: 1 }
    ])
  })

  it("is a lack of points as the book decides: on the exact total, or on what it is rounded to", () => {
    const rounded = (mode: string, decideOn: string) =>
      plainWith({ rounding: { total: { mode, digits: 0 } }, decideOn })
    const inputs = scored({ u: 89 })
    const short = (mode: string, decideOn: string) => obstacles(rounded(mode, decideOn), inputs, "u", "A")
    expect(short("halfExpand", "exact")).toMatchObject([{ needed: exactUnsafe(90), strict: false }])
    expect(short("halfExpand", "rounded")).toMatchObject([{ needed: exactUnsafe("89.5"), strict: false }])
    // Anything above 89 is rounded up to 90, and 89 is not.
    expect(short("ceil", "rounded")).toMatchObject([{ needed: exactUnsafe(89), strict: true, short: exactUnsafe(0) }])
  })

  // b counts twice: 5 marks there are the 10 points, which would take 10 marks of a.
  it("names the fewest marks that would do: those that count most first, as far as there is room", () => {
    const item = (id: string, maximum: number, weight: number) => ({ id, name: id, maximum, weight, missing: "block" })
    const book = plainWith({ criteria: [item("a", 50, 1), item("b", 25, 2)] })
    const raisesTo = (level: string) => {
      const inputs = { units: [{ id: "u", name: "u" }], sheets: [marked("u", "p", "r", { a: 20, b: 15 })], facts: [] }
      const [obstacle] = obstacles(book, inputs, "u", level)
      return obstacle?._tag === "PointsShort" ? obstacle.raises.map(({ lever, by }) => [lever.id, formatExact(by)]) : []
    }
    expect(raisesTo("C")).toEqual([["b", "5"]])
    expect(raisesTo("B")).toEqual([
      ["b", "10"],
      ["a", "10"]
    ])
  })

  it("is no lack of points for who has just enough of them", () => {
    const gates = [{ id: "g", name: "g", when: { fact: "score.total", op: ">", value: 0 }, then: { atMost: "C" } }]
    const tags = (c: number) => obstacles(plainWith({ gates }), scored({ u: c }), "u", "A").map(({ _tag }) => _tag)
    expect([tags(90), tags(89)]).toEqual([["GateLowered"], ["PointsShort", "GateLowered"]])
  })

  it("is a tie that the book leaves open", () => {
    const book = plainWith({ quotas: [cap(1, { ties: "undetermined" })] })
    expect(obstacles(book, scored({ u: 95, v: 95 }), "u", "A")).toMatchObject([{ _tag: "TiedAtQuota", tied: 2 }])
  })

  // Twenty points are taken off whatever the marks, so 100 marks make 80.
  it("is that even full marks would not do, where points are taken off", () => {
    const book = plainWith({
      adjustments: [{ id: "faults", name: "faults", kind: "deduction", on: { total: true } }]
    })
    const inputs = scored({ u: 95 }, { awards: [award("u", "faults", "fire", 20)] })
    expect(obstacles(book, inputs, "u", "A")).toMatchObject([
      { _tag: "OutOfReach", total: exactUnsafe(75), needed: exactUnsafe(90) }
    ])
    expect(obstacles(book, inputs, "u", "B")).toMatchObject([{ _tag: "PointsShort", short: exactUnsafe(5) }])
  })

  it("is each gate that puts it below, and none that puts it there", () => {
    const gate = (id: string, then: object) => ({ id, name: id, when: { fact: id, op: "=", value: true }, then })
    const book = plainWith({
      facts: [
        { id: "veto", name: "veto", type: "flag" },
        { id: "frozen", name: "frozen", type: "flag" },
        { id: "before", name: "before", type: "level" }
      ],
      gates: [gate("veto", { atMost: "B" }), gate("frozen", { notAbove: "before" })]
    })
    const before = { unit: "u", fact: "before", value: { _tag: "Level", value: "C" } } as const
    const inputs = scored({ u: 95 }, { facts: [flag("u", "veto", true), flag("u", "frozen", true), before] })
    const tags = (level: string) => obstacles(book, inputs, "u", level).map(({ _tag }) => _tag)
    expect([tags("A"), tags("B"), tags("C")]).toEqual([["GateLowered", "GateFroze"], ["GateFroze"], []])
  })

  it("is the rule that shuts the unit out", () => {
    const book = plainWith({
      facts: [{ id: "shut", name: "shut", type: "flag" }],
      gates: [{ id: "g", name: "g", when: { fact: "shut", op: "=", value: true }, then: { notGraded: true } }]
    })
    const inputs = scored({ u: 95 }, { facts: [flag("u", "shut", true)] })
    expect(obstacles(book, inputs, "u", "D").at(-1)).toMatchObject({ _tag: "GateExcluded", gate: { id: "g" } })
  })

  it("is asked of a unit and a level that there are", () => {
    const faults = (id: string, level: string) => {
      const asked = whyNot(plainWith({}), scored({ u: 95 }), id, level)
      return Result.isFailure(asked) ? asked.failure.faults : []
    }
    expect(faults("v", "A")).toEqual([{ path: ["unit"], problem: { _tag: "UnknownUnit", unit: "v" } }])
    expect(faults("u", "S")).toEqual([
      {
        path: ["level"],
        problem: { _tag: "UnknownLevelFact", fact: "level", found: "S", known: ["A", "B", "C", "D"] }
      }
    ])
  })
})

describe("the way of a change between two books", () => {
  const waysBetween = (before: object, after: object, inputs: GradingInputs) =>
    Result.getOrThrow(compareBooks(plainWith(before), plainWith(after), inputs)).changes.map(({ unit, way }) => [
      unit,
      way
    ])

  it("is up or down the first book's ladder", () => {
    const stricter = { bands: Object.entries({ A: 96, B: 60, C: 30, D: 0 }).map(([level, from]) => ({ level, from })) }
    const inputs = scored({ u: 95, v: 70, w: 98 })
    expect(waysBetween({}, stricter, inputs)).toEqual([
      ["u", "fell"],
      ["v", "rose"]
    ])
  })

  it("is not known where one of them gives no level, or one that the first does not have", () => {
    const facts = [{ id: "shut", name: "shut", type: "flag" }]
    const gates = [{ id: "g", name: "g", when: { fact: "shut", op: "=", value: true }, then: { notGraded: true } }]
    const shut = scored({ u: 95 }, { facts: [flag("u", "shut", true)] })
    expect(waysBetween({ facts }, { facts, gates }, shut)).toEqual([["u", undefined]])
    expect(waysBetween({ facts, gates }, { facts }, shut)).toEqual([["u", undefined]])
    const stars = {
      ladder: ["S", "D"].map((id) => ({ id, name: id })),
      bands: [
        { level: "S", from: 80 },
        { level: "D", from: 0 }
      ]
    }
    expect(waysBetween({}, stars, scored({ u: 95 }))).toEqual([["u", undefined]])
    expect(waysBetween(stars, {}, scored({ u: 95 }))).toEqual([["u", undefined]])
  })
})

it("a worked example is graded as of its day, by its lots and by each fact's own kind", () => {
  const example = (rest: object) => ({
    name: "example",
    units: ["u", "v"].map((id) => ({ id, name: id, founded: "2011-04-01" })),
    sheets: ["u", "v"].map((unit) => ({ unit, panel: "p", rater: "r", scores: { c: 95 } })),
    facts: { u: { honoured: true, rate: "0.5" } },
    expect: [],
    ...rest
  })
  const book = (...examples: ReadonlyArray<object>) =>
    plainWith({
      facts: [
        { id: "honoured", name: "honoured", type: "flag" },
        { id: "rate", name: "rate", type: "number" }
      ],
      eligibility: [{ id: "old", name: "old", require: { fact: "unit.age.months", op: ">=", value: 12 } }],
      quotas: [cap(1, { ties: "lots" })],
      examples
    })
  const expecting = (outcome: string) => [{ unit: "u", outcome }]
  const [asOf, lotSeed] = [dateUnsafe("2012-04-01"), "2012-04-17"]
  const tags = runExamples(
    book(
      example({ asOf, lotSeed, expect: expecting("graded") }),
      example({ asOf, expect: expecting("undetermined") }),
      example({ lotSeed, expect: expecting("blocked") })
    )
  ).map(({ _tag }) => _tag)
  expect(tags).toEqual(["Agrees", "Agrees", "Agrees"])
})
