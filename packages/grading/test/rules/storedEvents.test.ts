import { readFileSync } from "node:fs"
import { dateUnsafe, decodeStored, formatExact } from "@zhengyou/core"
import { decidingReason, GradingRound, type RoundEvent } from "@zhengyou/grading"
import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { bookOf, flag, gradeUnsafe, outcomeOf, sheet } from "../support.ts"

const readVersion = (schemaVersion: number, data: Schema.Json) =>
  decodeStored(GradingRound.stored, { schemaVersion, data })

/** A `RoundGraded` as version 1 of the engine stored it: the star rating with a veto, a cap and a new branch. */
const stored: Schema.Json = JSON.parse(readFileSync(new URL("../cases/r3.graded.v1.json", import.meta.url), "utf8"))

const marks: ReadonlyArray<readonly [string, string, string]> = [
  ["A", "98", "96"],
  ["B", "95", "94"],
  ["C", "94", "85.33"],
  ["D", "93", "88"],
  ["E", "88", "85"],
  ["F", "84", "80"],
  ["G", "78", "76"],
  ["H", "68", "70"],
  ["I", "62", "66"],
  ["J", "50", "60"],
  ["K", "99", "99"]
]

describe("an event that version 1 stored", () => {
  const read = Result.getOrThrow(readVersion(1, stored))
  const before = read._tag === "RoundGraded" ? read.grading : undefined

  it("is read as one of today, with the outcomes that today's engine gives", () => {
    const now = gradeUnsafe(bookOf("r3"), {
      units: marks.map(([id]) => ({ id, name: id, founded: dateUnsafe(id === "K" ? "2023-03-01" : "2010-07-01") })),
      sheets: marks.flatMap(([id, base, review]) => [
        sheet(id, "inspection", "检查组", { base }),
        sheet(id, "members", "支部大会", { review })
      ]),
      facts: [flag("F", "veto", true)],
      asOf: dateUnsafe("2023-12-31")
    })
    expect(before?.quotas).toEqual(now.quotas)
    expect(before?.outcomes.map((one) => [one.unit, one._tag, decidingReason(one)._tag])).toEqual(
      now.outcomes.map((one) => [one.unit, one._tag, decidingReason(one)._tag])
    )
    for (const [id] of marks) {
      const [old, today] = [before && outcomeOf(before, id), outcomeOf(now, id)]
      if (old?._tag !== "Graded" || today._tag !== "Graded") continue
      expect([old.level, formatExact(old.total.exact)]).toEqual([today.level, formatExact(today.total.exact)])
    }
  })

  it("keeps the receipt that it was given, with the semantics of its day", () => {
    expect(before?.receipt.semantics).toBe("zhengyou/grading@1")
  })

  it("survives an amendment's shape too, and comes back from storage as it is now", () => {
    if (before === undefined) throw new Error("not graded")
    const { grading } = stored as { readonly grading: Schema.Json }
    const amended = { _tag: "RoundAmended", why: "误记", sheets: [], facts: [], grading }
    const now: RoundEvent = Result.getOrThrow(readVersion(1, amended))
    expect(now._tag === "RoundAmended" && now.awards).toEqual([])
    expect(now._tag === "RoundAmended" && now.withdrawn).toEqual([])
    const again = readVersion(2, Schema.encodeSync(GradingRound.stored.event)(now))
    expect(again).toEqual(Result.succeed(now))
  })

  it("is refused with its path where it is no event of any version", () => {
    const broken = readVersion(1, { _tag: "RoundGraded", grading: { caps: [], outcomes: [{ _tag: "Graded" }] } })
    const why = Result.isFailure(broken) ? broken.failure : undefined
    const paths = why?._tag === "WrongShape" ? why.faults.map(({ path }) => path.join(".")) : []
    expect(paths).toContain("grading.receipt")
  })

  it("is not taken for one of version 2, nor one of version 2 for it", () => {
    expect(Result.isFailure(readVersion(2, stored))).toBe(true)
    expect(readVersion(1, { _tag: "RoundOpened" })).toEqual(Result.succeed({ _tag: "RoundOpened" }))
  })
})

describe("a grading of version 1 in the present shape", () => {
  const upcast = (event: Schema.Json): Schema.Json => GradingRound.stored.upcasts?.[1]?.(event) ?? null
  const pushed = (from: string, place: number, rest: object = {}) => ({
    _tag: "CapPushed",
    from: { id: from, name: from },
    place,
    ...rest
  })
  const graded = (unit: string, ...reasons: ReadonlyArray<object>) => ({ _tag: "Graded", unit, reasons })
  const old = {
    _tag: "RoundGraded",
    grading: {
      book: { id: "b", version: "1" },
      outcomes: [
        graded("third", { _tag: "InBand" }, pushed("A", 3, { lastSeated: "9" })),
        graded("second", pushed("A", 2)),
        graded("lower", pushed("B", 1)),
        graded("kept", { _tag: "KeptByTie", kept: 2 }),
        { _tag: "Undetermined", unit: "tied", reasons: [{ _tag: "TiedAtCap", tied: 2 }] },
        { _tag: "NotGraded", unit: "out", reasons: [{ _tag: "NotEligible" }] }
      ],
      caps: [
        { level: "A", seats: 1, kept: 1 },
        { level: "B", seats: 1, kept: 2 },
        { level: "C", seats: 1, kept: 0 }
      ]
    }
  }

  it("has its reasons under their present names, and its caps as quotas with who is next in line", () => {
    const now = (unit: string, ...reasons: ReadonlyArray<object>) => ({ ...graded(unit, ...reasons), panels: [] })
    const fell = { kind: "cap", byLot: false }
    expect(upcast(old as Schema.Json)).toEqual({
      _tag: "RoundGraded",
      grading: {
        book: { id: "b", version: "1" },
        outcomes: [
          now("third", { _tag: "InBand" }, { ...pushed("A", 3), _tag: "QuotaPushed", ...fell, lastKept: "9" }),
          now("second", { ...pushed("A", 2), _tag: "QuotaPushed", ...fell }),
          now("lower", { ...pushed("B", 1), _tag: "QuotaPushed", ...fell }),
          now("kept", { _tag: "KeptByTie", kept: 2, byLot: false }),
          {
            _tag: "Undetermined",
            unit: "tied",
            reasons: [{ _tag: "TiedAtQuota", tied: 2, wantsLots: false }],
            panels: []
          },
          { _tag: "NotGraded", unit: "out", reasons: [{ _tag: "NotEligible" }] }
        ],
        quotas: [
          { kind: "cap", level: "A", seats: 1, kept: 1, reserve: ["second", "third"], isMet: true },
          { kind: "cap", level: "B", seats: 1, kept: 2, reserve: ["lower"], isMet: false },
          { kind: "cap", level: "C", seats: 1, kept: 0, reserve: [], isMet: true }
        ]
      }
    })
  })

  it.each([
    ["no object", "RoundGraded"],
    ["nothing", null],
    ["a list", [old]],
    ["an event without a grading", { _tag: "RoundOpened" }],
    ["an event of today", { ...old, grading: { book: old.grading.book, outcomes: [], quotas: [] } }]
  ])("is left as it is where it is %s", (_, event) => {
    expect(upcast(event as Schema.Json)).toEqual(event)
  })

  it.each([
    ["outcomes", { outcomes: null, caps: [] }, { outcomes: [], quotas: [] }],
    ["an outcome", { outcomes: [null], caps: [] }, { outcomes: [null], quotas: [] }],
    ["an outcome's reasons", { outcomes: [{}], caps: [{}] }, { outcomes: [{ panels: [], reasons: [] }] }],
    ["a reason", { outcomes: [graded("u"), { reasons: [null, pushed("A", 1)] }], caps: [{ level: "A" }] }, {}],
    ["caps", { outcomes: [], caps: 7 }, { outcomes: [], quotas: [] }],
    ["a cap", { outcomes: [], caps: [null, 7] }, { outcomes: [], quotas: [null, 7] }]
  ])("does not break on damaged %s: decoding tells", (_, grading, now) => {
    expect(upcast({ _tag: "RoundGraded", grading } as Schema.Json)).toMatchObject({ grading: now })
  })
})
