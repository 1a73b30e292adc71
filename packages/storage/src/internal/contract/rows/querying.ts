import * as Effect from "effect/Effect"
import { ReadModels } from "../../../ReadModels.ts"
import { casesOf, refused, same } from "../check.ts"
import { calendar, change, put, rowOf, rowsOf, table } from "./models.ts"

const rowCase = casesOf("ReadModels", [table, calendar])

/** Texts in the order of their code points, which is not that of their UTF-16 units, nor that of any language. */
const inOrder = ["", " x", "A", "B", "a", "e\u0301", "x", "x ", "é", "乙", "先进", "甲", "ｘ", "🏫", "𠮷"]

const orderOfTexts = rowCase(
  "rows come in the order of the key, texts by their code points",
  Effect.gen(function* () {
    yield* change("rows", 0, put(...inOrder.toReversed().map((group) => rowOf(group, 1))))
    yield* same(
      "the order",
      (yield* rowsOf(table)).map(({ group }) => group),
      inOrder
    )
    yield* same(
      "the order from the end",
      (yield* rowsOf(table, { descending: true })).map(({ group }) => group),
      inOrder.toReversed()
    )
    for (const group of inOrder)
      yield* same(`the row of "${group}"`, yield* rowsOf(table, { where: { group } }), [rowOf(group, 1)])
  })
)

const orderOfNumbers = rowCase(
  "integers, dates and instants come in their own order",
  Effect.gen(function* () {
    const numbers = [-9007199254740991, -10, -9, 0, 2, 9, 10, 100, 9007199254740991]
    yield* change("rows", 0, put(...numbers.toReversed().map((order) => rowOf("a", order))))
    yield* same(
      "the integers",
      (yield* rowsOf(table)).map(({ order }) => order),
      numbers
    )
    const times = [
      ["2011-12-31", "2012-04-01T08:00:00.000Z"],
      ["2012-02-29", "1999-01-01T00:00:00.000Z"],
      ["2012-02-29", "2012-04-01T08:00:00.000Z"],
      ["2012-02-29", "2012-04-01T08:00:00.050Z"],
      ["2012-02-29", "2012-04-01T08:00:00.500Z"]
    ] as const
    const rows = times.map(([day, at]) => ({ day, at, what: "x" }))
    yield* change("calendar", 0, put(...rows.toReversed()))
    yield* same("the times", yield* rowsOf(calendar), rows)
    yield* same("one day", (yield* rowsOf(calendar, { where: { day: "2012-02-29" } })).length, 4)
    yield* same(
      "an instant written shorter",
      yield* rowsOf(calendar, { where: { at: "1999-01-01T00:00:00Z" } }),
      rows.slice(1, 2)
    )
  })
)

const groups = ["a", "b", "c", "d"]
const grid = groups.flatMap((group) => [1, 2, 3, 4, 5].map((order) => rowOf(group, order)))

const pages = rowCase(
  "pages follow on one another, in both directions, with and without a filter",
  Effect.gen(function* () {
    yield* change("rows", 0, put(...grid))
    for (const descending of [false, true])
      for (const where of [undefined, { group: "b" }, { order: 3 }, { group: "c", order: 4 }, { group: "z" }]) {
        const wanted = grid.filter(
          (row) =>
            (where?.group === undefined || where.group === row.group) &&
            (where?.order === undefined || where.order === row.order)
        )
        const found: Array<(typeof grid)[number]> = []
        for (;;) {
          const after = found.at(-1)
          const rest = { ...(where === undefined ? {} : { where }), ...(after === undefined ? {} : { after }) }
          const page = yield* rowsOf(table, { ...rest, descending, limit: 3 })
          found.push(...page)
          if (page.length < 3) break
        }
        const expected = descending ? wanted.toReversed() : wanted
        yield* same(`the pages of ${JSON.stringify(where)}`, found, expected)
      }
  })
)

const moving = rowCase(
  "a page goes on from its cursor though rows came and went",
  Effect.gen(function* () {
    yield* change("rows", 0, put(...grid))
    const first = yield* rowsOf(table, { limit: 7 })
    const after = first.at(-1) ?? rowOf("", 0)
    yield* change("rows", 1, [
      { _tag: "Remove", where: { group: after.group, order: after.order } },
      { _tag: "Remove", where: { group: "a", order: 1 } },
      ...put(rowOf("a", 0), rowOf("b", 9))
    ])
    const rest = yield* rowsOf(table, { after, limit: 100 })
    const b = [3, 4, 5, 9].map((order) => rowOf("b", order))
    yield* same("the rest", rest, [...b, ...grid.slice(10)])
  })
)

const hostile = rowCase(
  "hostile texts in a query are only texts",
  Effect.gen(function* () {
    const texts = ["x' OR '1'='1", 'x"; DROP TABLE table; --', "x\\", "x%", "x_", "%", "_", "?", "$1", "x", "X", "x "]
    yield* change("rows", 0, put(...texts.map((group) => rowOf(group, 1))))
    for (const group of texts)
      yield* same(`the rows of "${group}"`, yield* rowsOf(table, { where: { group } }), [rowOf(group, 1)])
    yield* same("the rows of another text", yield* rowsOf(table, { where: { group: "x' OR 1=1; --" } }), [])
    for (const [i, group] of texts.toSorted().entries())
      yield* same(
        `the rows after "${group}"`,
        (yield* rowsOf(table, { after: { group, order: 1 } })).length,
        texts.length - i - 1
      )
  })
)

const faulty = rowCase(
  "a query that the key cannot answer is refused with every fault",
  Effect.gen(function* () {
    const models = yield* ReadModels
    const { faults } = yield* refused(
      "a faulty query",
      "QueryInvalid",
      models.query(table, {
        where: { group: "a\u0000", order: 0.5 },
        after: { group: "x".repeat(61), order: 1 },
        limit: 0
      })
    )
    yield* same(
      "the faults",
      faults.map(({ path }) => path.join(".")),
      ["where.group", "where.order", "after.group", "limit"]
    )
    for (const limit of [-1, 10_001, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
      yield* refused(`a limit of ${limit}`, "QueryInvalid", models.query(table, { limit }))
  })
)

/** What a store answers to queries. */
export const querying = [orderOfTexts, orderOfNumbers, pages, moving, hostile, faulty]
