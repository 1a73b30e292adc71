import {
  enrolledOf,
  LevelRegister,
  levelOn,
  levelRecordOn,
  type RegisterCommand,
  standingsOn
} from "@zhengyou/promotion"
import { describe, expect, it } from "vitest"
import { d, ladder, named, told } from "./support.ts"

const units = ["a", "b", "c"].map((id) => named(id))
const open: RegisterCommand = { _tag: "OpenRegister", ladder, units, on: d("2012-01-01") }
const graded: RegisterCommand = {
  _tag: "PutLevels",
  levels: [
    { unit: "a", level: "advanced" },
    { unit: "b", level: "good" }
  ],
  on: d("2012-04-12"),
  source: "round-2012"
}
const up: RegisterCommand = {
  _tag: "MoveLevel",
  unit: "b",
  from: "good",
  to: "advanced",
  on: d("2012-12-20"),
  case: "k1"
}

const register = (...commands: ReadonlyArray<RegisterCommand>) => {
  const made = told(LevelRegister)
  for (const command of [open, ...commands]) made.ok(command, undefined)
  return made
}

const faultsOf = (refusal: unknown) =>
  (refusal as { faults: ReadonlyArray<{ path: ReadonlyArray<unknown>; problem: object }> }).faults

describe("levels in force", () => {
  it("are asked for as of any day: before they were graded, units have none", () => {
    const { state } = register(graded, up)
    const on = (day: string) => standingsOn(state(), d(day)).map(({ unit, level }) => `${unit} ${level ?? "-"}`)
    expect(on("2011-12-31")).toEqual([])
    expect(on("2012-04-11")).toEqual(["a -", "b -", "c -"])
    expect(on("2012-04-12")).toEqual(["a advanced", "b good", "c -"])
    expect(on("2012-12-19")).toEqual(["a advanced", "b good", "c -"])
    expect(on("2012-12-20")).toEqual(["a advanced", "b advanced", "c -"])
  })

  it("have a beginning, through gradings that give the same level again", () => {
    const again: RegisterCommand = { ...graded, levels: [{ unit: "b", level: "advanced" }], on: d("2013-04-10") }
    const { state } = register(graded, up, again)
    expect(levelRecordOn(state(), "b", d("2013-06-01"))).toEqual({
      level: "advanced",
      since: "2012-12-20",
      moves: [{ on: "2012-12-20", from: "good", to: "advanced" }]
    })
    expect(levelRecordOn(state(), "b", d("2012-06-01"))).toEqual({ level: "good", since: "2012-04-12", moves: [] })
    expect(levelRecordOn(state(), "c", d("2012-06-01"))).toEqual({ moves: [] })
  })

  it("go through founding, ending, closing, merging and splitting", () => {
    const { state } = register(
      graded,
      { _tag: "FoundUnit", unit: named("n"), on: d("2012-05-08") },
      { _tag: "EndLevel", unit: "a", on: d("2012-06-01"), why: "改建" },
      { _tag: "CloseUnit", unit: "c", on: d("2012-07-01") },
      { _tag: "MergeUnits", units: ["n"], into: "b", on: d("2012-08-01") },
      {
        _tag: "SplitUnit",
        unit: "b",
        into: [{ unit: named("b1"), level: "good" }, { unit: named("b2") }],
        on: d("2012-09-01")
      }
    )
    const on = (day: string) => standingsOn(state(), d(day)).map(({ unit, level }) => `${unit} ${level ?? "-"}`)
    expect(on("2012-05-07")).toEqual(["a advanced", "b good", "c -"])
    expect(on("2012-05-08")).toEqual(["a advanced", "b good", "c -", "n -"])
    expect(on("2012-06-30")).toEqual(["a -", "b good", "c -", "n -"])
    expect(on("2012-07-01")).toEqual(["a -", "b good", "n -"])
    expect(on("2012-08-01")).toEqual(["a -", "b good"])
    expect(on("2012-09-01")).toEqual(["a -", "b1 good", "b2 -"])
    expect(enrolledOf(state(), "n")).toMatchObject({ ending: "merged", successors: ["b"] })
    expect(enrolledOf(state(), "b")).toMatchObject({ ending: "split", successors: ["b1", "b2"] })
    const b = enrolledOf(state(), "b")
    expect(b && levelOn(b, d("2012-09-01"))).toBe(undefined)
  })

  it("begin on the day on which a unit was founded, where the roster says so", () => {
    const late = { ...named("n"), founded: d("2012-03-01") }
    const { state } = register({ _tag: "FoundUnit", unit: late, on: d("2012-05-08") })
    expect(standingsOn(state(), d("2012-03-01")).map(({ unit }) => unit)).toContain("n")
    expect(standingsOn(state(), d("2012-02-29")).map(({ unit }) => unit)).not.toContain("n")
  })
})

describe("the register refuses", () => {
  it("everything before it is opened, and to be opened twice", () => {
    expect(told(LevelRegister).no(graded, undefined)).toMatchObject({ _tag: "RegisterNotOpen" })
    expect(register().no(open, undefined)).toMatchObject({ _tag: "RegisterIsOpen" })
  })

  it("a move that does not start from the level in force", () => {
    const move = { ...up, from: "ordinary", to: "good" } as const
    expect(faultsOf(register(graded).no(move, undefined))).toEqual([
      { path: ["from"], problem: { _tag: "NotInForce", unit: "b", from: "ordinary", inForce: "good" } }
    ])
    const ungraded = { ...up, unit: "c" } as const
    expect(faultsOf(register(graded).no(ungraded, undefined))).toEqual([
      { path: ["from"], problem: { _tag: "NotInForce", unit: "c", from: "good" } }
    ])
    expect(faultsOf(register(graded).no({ ...up, to: "good" } as never, undefined))).toMatchObject([
      { problem: { _tag: "NoMove" } }
    ])
  })

  it("a change that would rewrite what it said of a day", () => {
    const early = { ...up, on: d("2012-04-12") }
    expect(faultsOf(register(graded).no(early as never, undefined))).toMatchObject([
      { problem: { _tag: "NotAfterLatest", unit: "b", latest: "2012-04-12" } }
    ])
  })

  it("levels with every fault, and puts none of them", () => {
    const made = register(graded)
    const levels = [
      { unit: "x", level: "good" },
      { unit: "c", level: "best" },
      { unit: "c", level: "good" }
    ] as const
    const put = { _tag: "PutLevels", levels, on: d("2012-05-01"), source: "x" } as const
    expect(faultsOf(made.no(put, undefined)).map(({ path, problem }) => [path.join("."), problem])).toEqual([
      ["levels.0.unit", { _tag: "UnitNotThere", unit: "x", on: "2012-05-01" }],
      ["levels.1.level", { _tag: "NotOnLadder", level: "best", known: ["advanced", "good", "ordinary", "poor"] }],
      ["levels.2.unit", { _tag: "NamedTwice", unit: "c" }]
    ])
    expect(standingsOn(made.state(), d("2012-05-01"))).toContainEqual({ unit: "c" })
  })

  it("units that are there already, gone, or go into themselves", () => {
    const made = register({ _tag: "CloseUnit", unit: "c", on: d("2012-02-01") })
    const tags = (command: RegisterCommand) =>
      faultsOf(made.no(command, undefined)).map(({ problem }) => (problem as { _tag: string })._tag)
    expect(tags({ _tag: "FoundUnit", unit: named("a"), on: d("2012-05-01") })).toEqual(["UnitExists"])
    expect(tags({ _tag: "CloseUnit", unit: "c", on: d("2012-05-01") })).toEqual(["UnitNotThere"])
    expect(tags({ _tag: "MergeUnits", units: ["a"], into: "a", on: d("2012-05-01") })).toEqual(["MergesIntoItself"])
    expect(tags({ _tag: "MergeUnits", units: ["a", "a"], into: "c", on: d("2012-05-01") })).toEqual([
      "NamedTwice",
      "UnitNotThere"
    ])
    const into = [{ unit: named("b") }, { unit: named("d"), level: "best" }] as const
    expect(tags({ _tag: "SplitUnit", unit: "a", into, on: d("2012-05-01") })).toEqual(["UnitExists", "NotOnLadder"])
    const opened = told(LevelRegister)
    expect(opened.no({ ...open, units: [...units, named("a")] } as never, undefined)).toMatchObject({
      faults: [{ path: ["units", 3, "id"], problem: { _tag: "UnitExists", unit: "a" } }]
    })
  })
})
