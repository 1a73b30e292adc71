import { formatExact } from "@zhengyou/core"
import { allCriteria } from "@zhengyou/grading"
import { describe, expect, it } from "vitest"
import { faultsIn, plain, plainWith } from "../books.ts"
import { gradeUnsafe, levelOf, outcomeOf, sheet, totalOf } from "../support.ts"
import { totalBy } from "./support.ts"

const item = (id: string, maximum: number | string, rest: object = {}) => ({
  id,
  name: id,
  maximum,
  missing: "block",
  ...rest
})
const typed = (id: string, type: string) => ({ id, name: id, type })

describe("headings", () => {
  const six = [2, 2, 3, 3, 3, 2].map((maximum, i) => item(`l${i + 1}`, maximum))
  const leadership = { id: "leadership", name: "领导班子好", maximum: 15, items: six }

  it("say what their items come to: 15 = 2 + 2 + 3 + 3 + 3 + 2", () => {
    const book = plainWith({ criteria: [leadership, item("rest", 85)] })
    expect(allCriteria(book.criteria).map(({ id }) => id)).toEqual(["l1", "l2", "l3", "l4", "l5", "l6", "rest"])
    // 2 + 1.5 + 3 + 2 + 2.5 + 1 = 12, and 80 of the rest
    const marks = { l1: 2, l2: "1.5", l3: 3, l4: 2, l5: "2.5", l6: 1, rest: 80 }
    expect(totalBy(book, [sheet("u", "p", "r", marks)])).toBe("92")
  })

  it("find an item that was forgotten", () => {
    const criteria = [{ ...leadership, items: six.slice(1) }, item("rest", 85)]
    expect(faultsIn({ ...plain, criteria, fullMarks: 98 })).toEqual([
      { path: ["criteria", 0, "maximum"], problem: { _tag: "MarksDiffer", stated: "15", computed: "13" } }
    ])
  })

  it("multiply by their weights at every depth", () => {
    const criteria = [
      {
        id: "work",
        name: "工作",
        weight: "0.5",
        items: [
          { id: "daily", name: "日常", weight: "0.8", items: [item("a", 100, { weight: "0.25" }), item("b", 60)] },
          item("c", 36)
        ]
      },
      item("d", 48)
    ]
    // 0.5 × 0.8 × 0.25 × 100 = 10, 0.5 × 0.8 × 60 = 24, 0.5 × 36 = 18, 48
    const book = plainWith({ criteria })
    // 0.1 × 90 = 9, 0.4 × 50 = 20, 0.5 × 30 = 15, 44
    expect(totalBy(book, [sheet("u", "p", "r", { a: 90, b: 50, c: 30, d: 44 })])).toBe("88")
  })

  it("tell the faults of their items where they stand, however deep", () => {
    const nested = (depth: number, of: object): object => {
      let node = of
      for (let i = 0; i < depth; i++) node = { id: `g${i}`, name: "g", items: [node] }
      return node
    }
    const at = (depth: number, key: string) => [...["criteria", 0], ...Array(depth).fill(["items", 0]).flat(), key]
    for (const depth of [1, 2, 20]) {
      const pathsOf = (of: object) => faultsIn({ ...plain, criteria: [nested(depth, of)] }).map(({ path }) => path)
      expect(pathsOf(item("c", 100))).toEqual([])
      expect(pathsOf(item("c", 100, { missing: "guess" }))).toEqual([at(depth, "missing")])
      expect(pathsOf(item("c", 100, { maxmum: 1 }))).toEqual([at(depth, "maxmum")])
    }
    expect(faultsIn({ ...plain, criteria: [nested(10_000, item("c", 100))] })).toMatchObject([
      { problem: { _tag: "TooDeep" } }
    ])
  })

  it("have subtotals that gates may ask for", () => {
    const criteria = [{ ...leadership, id: "lead" }, item("rest", 85)]
    const gate = {
      id: "lead",
      name: "班子得分低于 12 分的不得评为先进",
      when: { fact: "score.criterion.lead", op: "<", value: 12 },
      then: { atMost: "B" }
    }
    const book = plainWith({ criteria, gates: [gate] })
    const marks = { l1: 2, l2: 2, l3: 3, l4: 3, l5: 1, rest: 85 }
    const level = (l6: number) =>
      levelOf(
        gradeUnsafe(book, {
          units: [{ id: "u", name: "u" }],
          sheets: [sheet("u", "p", "r", { ...marks, l6 })],
          facts: []
        }),
        "u"
      )
    expect([level(1), level(0)]).toEqual(["A", "B"])
  })
})

describe("items for a type of unit only", () => {
  const common = item("common", 60)
  const teaching = item("teaching", 40, { onlyFor: ["teachers"] })
  const growing = { id: "growing", name: "成长", onlyFor: ["students"], items: [item("study", 25), item("life", 15)] }
  const units = [typed("t", "teachers"), typed("s", "students")]
  const sheets = [
    sheet("t", "p", "r", { common: 50, teaching: 36 }),
    sheet("s", "p", "r", { common: 50, study: 20, life: 15 })
  ]

  it("come to the full marks for each type, and each is scored on its own", () => {
    const book = plainWith({ criteria: [{ ...common, onlyFor: ["teachers", "students"] }, teaching, growing] })
    const grading = gradeUnsafe(book, { units, sheets, facts: [] })
    expect([totalOf(grading, "t"), totalOf(grading, "s")]).toEqual(["86", "85"])
    const of = outcomeOf(grading, "s")
    expect("scores" in of && of.scores.map(({ criterion }) => criterion)).toEqual(["common", "study", "life"])
  })

  it("must come to the full marks for every type that the book names", () => {
    const criteria = [common, { ...teaching, maximum: 39 }, growing]
    const wrong = faultsIn({ ...plain, criteria }).map(({ path, problem }) => [path.join("."), problem])
    expect(wrong).toContainEqual(["fullMarks", expect.objectContaining({ _tag: "MarksDiffer", stated: "100" })])
  })

  it("cannot be forgotten under rescaling either: the full marks are those of all items, or of the items of a type", () => {
    const marksFaults = (fullMarks: number) =>
      faultsIn({ ...plain, criteria: [common, teaching], notApplicable: "rescale", fullMarks }).filter(
        ({ problem }) => problem._tag === "MarksDiffer"
      )
    expect([60, 100].map(marksFaults)).toEqual([[], []])
    expect(marksFaults(90)[0]?.path).toEqual(["fullMarks"])
  })

  it("rescale what is left where the book says so: 51 of 60 and nothing else is 85 of 100", () => {
    const book = plainWith({ criteria: [common, teaching], notApplicable: "rescale" })
    const grading = gradeUnsafe(book, {
      units: [typed("t", "teachers"), typed("o", "offices")],
      sheets: [sheet("t", "p", "r", { common: 51, teaching: 36 }), sheet("o", "p", "r", { common: 51 })],
      facts: []
    })
    expect([totalOf(grading, "t"), totalOf(grading, "o")]).toEqual(["87", "85"])
  })

  it("leave a unit undecided to which nothing applies", () => {
    const book = plainWith({ criteria: [{ ...teaching, maximum: 100 }] })
    const grading = gradeUnsafe(book, { units: [typed("o", "offices")], sheets: [], facts: [] })
    expect(outcomeOf(grading, "o")).toMatchObject({ _tag: "Blocked", reasons: [{ _tag: "NothingToScore" }] })
  })
})

it("a heading's weight applies to items that the book excludes where they are missing", () => {
  const excluded = { missing: "exclude" }
  const criteria = [
    { id: "g", name: "g", weight: "0.5", items: [item("a", 80, excluded), item("b", 40)] },
    item("c", 40)
  ]
  // Without a: 0.5 × 30 + 30 = 45 of 60, which is 75 of 100.
  const panels = [{ ...plain.panels[0], missing: "exclude" }]
  expect(totalBy(plainWith({ criteria, panels }), [sheet("u", "p", "r", { b: 30, c: 30 })])).toBe("75")
  expect(formatExact(plainWith({ criteria, panels }).fullMarks)).toBe("100")
})
