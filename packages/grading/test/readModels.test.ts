import type { Cell, ReadModel, Recorded } from "@zhengyou/core"
import { dateUnsafe } from "@zhengyou/core"
import { GradingRound, gradingRounds, type RoundCommand, unitOutcomes } from "@zhengyou/grading"
import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { commands, eventsOf, pathTo, plan } from "./rounds.ts"

const recordsOf = (stream: string, accepted: ReadonlyArray<RoundCommand>): ReadonlyArray<Recorded> =>
  eventsOf(accepted).map((event, i) => ({
    stream,
    version: i + 1,
    position: i + 1,
    type: event._tag,
    schemaVersion: GradingRound.stored.schemaVersion,
    data: Schema.encodeSync(GradingRound.stored.event)(event),
    commandId: `c${i}`,
    actor: "clerk",
    at: "2012-04-17T08:00:00Z",
    hash: ""
  }))

type Row = { readonly [name: string]: Cell }

/** The rows after some records: as plainly as an adapter can keep them. */
const rowsAfter = (model: ReadModel, records: ReadonlyArray<Recorded>): ReadonlyArray<Row> => {
  let rows: ReadonlyArray<Row> = []
  const isMeant = (where: Row) => (row: Row) => Object.entries(where).every(([name, value]) => row[name] === value)
  for (const change of records.flatMap((record) => Result.getOrThrow(model.project(record)))) {
    if (change._tag === "Update") {
      const found = isMeant(change.where as Row)
      rows = rows.map((row) => (found(row) ? { ...row, ...change.values } : row))
    } else {
      const where =
        change._tag === "Put"
          ? Object.fromEntries(model.key.map((name) => [name, change.row[name] ?? null]))
          : change.where
      const found = isMeant(where as Row)
      rows = [...rows.filter((row) => !found(row)), ...(change._tag === "Put" ? [change.row] : [])]
    }
  }
  return rows
}

const rounds = (accepted: ReadonlyArray<RoundCommand>) =>
  rowsAfter(gradingRounds("grading-round/"), recordsOf("grading-round/2012", accepted))
const outcomes = (accepted: ReadonlyArray<RoundCommand>) =>
  rowsAfter(unitOutcomes("grading-round/"), recordsOf("grading-round/2012", accepted))

describe("the rounds of a store", () => {
  it.each(["planned", "open", "sealed", "graded", "onNotice", "confirmed"] as const)(
    "show a round that is %s",
    (phase) => {
      const [row, ...others] = rounds(pathTo[phase])
      expect(others).toEqual([])
      expect(row).toMatchObject({ round: "grading-round/2012", title: "2012 年分类定级", units: 3, phase })
      expect([row?.["book"], row?.["bookVersion"]]).toEqual([plan.book.id, plan.book.version])
    }
  )

  it("show the notice and the confirmation, which an amendment takes back", () => {
    const notice = { noticeFrom: dateUnsafe("2012-04-10"), noticeUntil: dateUnsafe("2012-04-16") }
    expect(rounds(pathTo.onNotice)[0]).toMatchObject({ ...notice, confirmedOn: null })
    expect(rounds(pathTo.confirmed)[0]).toMatchObject({ ...notice, confirmedOn: "2012-04-17" })
    const amended = rounds([...pathTo.confirmed, commands.AmendRound])
    expect(amended[0]).toMatchObject({ phase: "graded", confirmedOn: null })
  })

  it("do not show what is in other streams", () => {
    expect(rowsAfter(gradingRounds("grading-round/"), recordsOf("poll/2012", pathTo.confirmed))).toEqual([])
  })
})

describe("the outcomes of units", () => {
  it("are there once the round is graded, and dated when it is confirmed", () => {
    expect(outcomes(pathTo.sealed)).toEqual([])
    const graded = outcomes(pathTo.graded)
    // The totals are those of rounds.ts: 91 and 80; the office is not graded.
    expect(graded.map((row) => [row["unit"], row["outcome"], row["total"], row["rank"], row["confirmedOn"]])).toEqual([
      ["u1", "Graded", "91.00", 1, null],
      ["u2", "Graded", "80.00", 2, null],
      ["u3", "NotGraded", null, null, null]
    ])
    const confirmed = outcomes(pathTo.confirmed)
    expect(confirmed).toEqual(graded.map((row) => ({ ...row, confirmedOn: "2012-04-17" })))
  })

  it("are those of the amended grading, one row for each unit, without the day until it is confirmed again", () => {
    const amended = outcomes([...pathTo.confirmed, commands.AmendRound])
    // As rounds.ts has it: with the corrected sheet the experts give u1 75 and 37.5, which makes 85.
    expect(amended.map((row) => [row["unit"], row["total"], row["confirmedOn"]])).toEqual([
      ["u1", "85.00", null],
      ["u2", "80.00", null],
      ["u3", null, null]
    ])
  })
})

describe("two rounds in one store", () => {
  const titled = {
    ...commands.PlanRound,
    plan: { ...plan, title: { "zh-CN": "2013 年分类定级", en: "Grading of 2013" } }
  }
  const records = [
    ...recordsOf("grading-round/2012", pathTo.graded),
    ...recordsOf("grading-round/2013", [titled, ...pathTo.confirmed.slice(1)])
  ]

  it("have a row each, with their titles in both languages", () => {
    const rows = rowsAfter(gradingRounds("grading-round/"), records)
    expect(rows.map((row) => [row["round"], row["title"], row["titleEn"], row["phase"]])).toEqual([
      ["grading-round/2012", "2012 年分类定级", "2012 年分类定级", "graded"],
      ["grading-round/2013", "2013 年分类定级", "Grading of 2013", "confirmed"]
    ])
  })

  it("are confirmed each for itself", () => {
    const rows = rowsAfter(unitOutcomes("grading-round/"), records)
    const days = new Set(rows.map((row) => `${row["round"]} ${row["confirmedOn"]}`))
    expect(days).toEqual(new Set(["grading-round/2012 null", "grading-round/2013 2012-04-17"]))
  })

  it("are kept under names of their own", () => {
    const models = [gradingRounds("grading-round/"), unitOutcomes("grading-round/")]
    expect(models.map(({ name }) => name)).toEqual(["gradingRounds", "unitOutcomes"])
  })
})
