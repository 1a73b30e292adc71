import { existsSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { PledgesResult } from "@zhengyou/report"
import { writeXlsx } from "@zhengyou/tables"
import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { inFolder, runHere, runProcess, write } from "./support.ts"

const kind = {
  categories: [{ id: "service", name: "服务群众" }],
  required: [{ field: "owner", principle: "feasible", severity: "error" }],
  perPledger: 5,
  perOwner: 5,
  content: { minimum: 5, maximum: 300 },
  measure: { maximum: 100 }
}
const policy = (more: object = {}) => ({
  format: "zhengyou/pledge-policy@1",
  id: "p2012",
  version: "1",
  title: "2012 年公开承诺",
  cycle: { from: "2012-01-01", until: "2012-12-31", publishBy: "2012-03-31" },
  kinds: { branch: kind, unit: kind, member: kind },
  evaluation: {
    full: 100,
    weights: { self: 1, inspection: 0, public: 0 },
    missing: "block",
    decideOn: "exact",
    bands: [{ level: { id: "good", name: "好" }, from: 0 }],
    excused: "leaveOut"
  },
  ...more
})

const header = "编号,承诺主体,单位,承诺人,类别,承诺内容,完成时限,责任人,依据,公开范围,口头原因,接收组织,公开日期\n"
const good =
  "p1,党支部,z01,,服务群众,6月底前走访学生宿舍20间，走访记录在支部公示栏公布。,2012-06-29,书记,意见 F-1,,,,2012-03-20\n"
const vague = "p2,单位,z02,,服务群众,进一步加强作风建设。,2012-06-29,,,,,,2012-04-05\n"
const oral = "p3,党员,z01,党员甲,,每月底前讲读新书1本，书目在公示栏公布。,2012-12-28,甲,,口头,卧病在家,,2012-03-20\n"
const roster = "编号,名称\nz01,一支部\nz02,教务处\nz03,后勤处\n"

interface Given {
  readonly policy?: object
  readonly pledges: string | Uint8Array
  readonly previous?: string
  readonly roster?: string
  readonly more?: ReadonlyArray<string>
}

const filesOf = (folder: string, given: Given): ReadonlyArray<string> => [
  "review",
  "--policy",
  write(folder, "policy.json", JSON.stringify(policy(given.policy))),
  "--pledges",
  write(folder, typeof given.pledges === "string" ? "pledges.csv" : "pledges.xlsx", given.pledges),
  ...(given.previous === undefined ? [] : ["--previous", write(folder, "before.csv", given.previous)]),
  ...(given.roster === undefined ? [] : ["--roster", write(folder, "roster.csv", given.roster)]),
  ...(given.more ?? [])
]

const review = (given: Given) => inFolder((folder) => runHere(...filesOf(folder, given)))

const resultOf = async (given: Given) => {
  const { code, printed, complaints } = await review({ ...given, more: [...(given.more ?? []), "--format", "json"] })
  expect([code, complaints]).toEqual([0, []])
  return Schema.decodeUnknownSync(Schema.fromJsonString(PledgesResult))(printed)
}

describe("a review", () => {
  it("tells what each pledge lacks, and ends 0 all the same", async () => {
    const { pledges, notice, asOf } = await resultOf({ pledges: header + good + vague + oral })
    expect(pledges.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["p1", "publish"],
      ["p2", "returned"],
      ["p3", "oralOnly"]
    ])
    expect(
      pledges[1]?.findings.filter(({ severity }) => severity === "error").map(({ problem }) => problem._tag)
    ).toEqual(["FieldMissing", "VagueWording"])
    expect(notice).toEqual(["p1"])
    expect(asOf).toBe("2012-04-05")
  })

  it("finds texts of the cycle before, whatever figures, units and categories they had", async () => {
    const previous =
      "编号,承诺主体,单位,承诺内容,类别\nq9,党支部,旧支部,5月底前走访学生宿舍12间，走访记录在支部公示栏公布。,旧类别\n"
    const { pledges } = await resultOf({ pledges: header + good, previous })
    expect(pledges[0]?.findings.map(({ problem }) => problem)).toMatchObject([
      { _tag: "Copied", of: "q9", among: "earlier", copies: 1 }
    ])
  })

  it("counts the units of the roster that are online: an oral pledge puts none there", async () => {
    const { coverage } = await resultOf({ pledges: header + good + vague, roster })
    expect(coverage).toMatchObject({
      units: 3,
      inTime: ["z01"],
      late: [{ unit: "z02" }],
      unpublished: [],
      none: ["z03"]
    })
    const early = await resultOf({ pledges: header + good + vague, roster, more: ["--as-of", "2012-04-01"] })
    expect(early.coverage).toMatchObject({ inTime: ["z01"], late: [], unpublished: ["z02"] })
    const silent = await resultOf({ pledges: header + oral, roster })
    expect(silent.coverage).toMatchObject({ inTime: [], unpublished: ["z01"], none: ["z02", "z03"] })
  })

  it("takes the days off from the calendar: 29 September 2012 was worked, though a Saturday", async () => {
    const pledges = header + good.replace("2012-06-29", "2012-09-29")
    const without = await resultOf({ pledges })
    expect(without.pledges[0]?.findings.map(({ problem }) => problem._tag)).toEqual(["DeadlineOnRestDay"])
    await inFolder(async (folder) => {
      const notice = [{ year: 2012, source: "2012", holidays: ["2012-10-01"], workdays: ["2012-09-29"] }]
      const calendar = write(folder, "calendar.json", JSON.stringify(notice))
      const { pledges: found } = await resultOf({ pledges, more: ["--calendar", calendar] })
      expect(found[0]?.findings).toEqual([])
    })
  })

  it("asks the facts of pledgers that the policy's rules speak of", () =>
    inFolder(async (folder) => {
      const rules = {
        facts: [{ id: "staff", name: "人数", type: "number" }],
        rules: [
          {
            id: "small",
            name: "人数不少于 5",
            principle: "feasible",
            severity: "warning",
            require: { fact: "staff", op: ">=", value: 5 },
            suggestion: "请减少件数"
          }
        ]
      }
      const tagsWith = async (more: ReadonlyArray<string>) =>
        (await resultOf({ policy: rules, pledges: header + good, more })).pledges[0]?.findings.map(
          ({ problem }) => problem._tag
        )
      expect(await tagsWith([])).toEqual(["RuleNotKnown"])
      expect(await tagsWith(["--facts", write(folder, "facts.csv", "单位,人数\nz01,3\n")])).toEqual(["RuleNotMet"])
      expect(await tagsWith(["--facts", write(folder, "facts.json", '{"z01":{"staff":5}}')])).toEqual([])
    }))

  it("reads xlsx and speaks English", async () => {
    const rows = (header + vague)
      .trim()
      .split("\n")
      .map((line) => line.split(","))
    const pledges = Result.getOrThrow(writeXlsx([{ name: "承诺", rows }], "pledges.xlsx"))
    const { code, printed } = await review({ pledges, roster, more: ["--lang", "en"] })
    expect(code).toBe(0)
    expect(printed).toContain("nobody answers for it: name somebody")
    expect(printed).toContain(
      "0 of 3 units had a pledge online by 2012-03-31: 0.00%\nlate 1: 教务处\nno pledge 2: 一支部, 后勤处"
    )
  })
})

describe("the files", () => {
  it("are five, and what is published holds nothing of a pledge that is not", () =>
    inFolder(async (folder) => {
      const out = path.join(folder, "out")
      const given = { pledges: header + good + vague + oral, roster, more: ["--out", out] }
      const { code, err } = runProcess(...filesOf(folder, given))
      expect(code).toBe(0)
      expect(err).toContain("已审诺 3 件，其中须退回修改 1 件")
      expect(readdirSync(out).toSorted()).toEqual([
        "notice.csv",
        "notice.html",
        "report.html",
        "result.csv",
        "result.json"
      ])
      for (const name of ["notice.csv", "notice.html"]) {
        const notice = readFileSync(path.join(out, name), "utf8")
        expect(notice).toContain("6月底前走访学生宿舍20间")
        expect(notice).not.toMatch(/党员甲|讲读|卧病|作风|书记|F-1/)
      }
      expect(readFileSync(path.join(out, "report.html"), "utf8")).toContain('<mark class="sev-error">进一步')
      for (const name of readdirSync(out)) expect(readFileSync(path.join(out, name), "utf8")).not.toContain("卧病")
    }))

  it("keep what a spreadsheet would run as a formula from running", () =>
    inFolder(async (folder) => {
      const out = path.join(folder, "out")
      const pledges = `${header}${good.replace("6月底前", "=HYPERLINK(1)6月底前")}`
      await runHere(...filesOf(folder, { pledges, more: ["--out", out] }))
      const text = readFileSync(path.join(out, "notice.csv"), "utf8")
      expect(text).toContain("HYPERLINK")
      expect(text).not.toMatch(/(?:^|,|")=HYPERLINK/m)
    }))
})

describe("faults", () => {
  it("of policy, calendar and roster are told together with their places, and nothing is written", () =>
    inFolder(async (folder) => {
      const out = path.join(folder, "out")
      const bad = { cycle: { from: "2012-12-31", until: "2012-01-01", publishBy: "2012-03-31" } }
      const calendar = write(folder, "calendar.json", '[{"year":0,"source":"x","holidays":[],"workdays":[]}]')
      const more = ["--out", out, "--calendar", calendar]
      const { code, complaints } = await runHere(
        ...filesOf(folder, { policy: bad, pledges: header + good, roster: "编号,名称\nz01,\n", more })
      )
      expect(code).toBe(2)
      expect(complaints[0]).toBe("policy.json 的 cycle：2012-01-01 结束，早于 2012-12-31 开始，请改正日期")
      expect(complaints[1]).toContain("roster.csv 第 2 行 B 列")
      expect(complaints[2]).toContain("calendar.json 的 [0].year")
      expect(existsSync(out)).toBe(false)
    }))

  it("of both tables are told together, with file, row and column", async () => {
    const bad = "编号,承诺主体,单位,承诺内容,完成时限\np1,党支部,z01,走访,6月底\n"
    const { code, complaints } = await review({ pledges: bad, previous: bad, more: ["--lang", "en"] })
    expect([code, complaints]).toEqual([
      2,
      [
        'pledges.csv, row 2, column E (完成时限): is "6月底", but must be a day such as 2012-03-07',
        'before.csv, row 2, column E (完成时限): is "6月底", but must be a day such as 2012-03-07',
        "2 fault(s); nothing was written"
      ]
    ])
  })

  it("of the command line, of files that are none, and of JSON that is hostile", async () => {
    const words = await runHere("review", "now", "--book", "x", "--as-of", "soon", "--lang", "en")
    expect([words.code, words.complaints]).toEqual([
      2,
      [
        "review takes no --book: see zhengyou --help",
        '"now" belongs to no option: remove it',
        "--policy is missing",
        "--pledges is missing",
        '--as-of is "soon", but must be YYYY-MM-DD (2012-04-01)'
      ]
    ])
    await inFolder(async (folder) => {
      const pledges = write(folder, "pledges.csv", header + good)
      for (const text of ["[".repeat(100_000), '{"__proto__":{"format":1}}', '{"id":1,"id":2}', "null", ""]) {
        const { code, complaints } = await runHere(
          ...["review", "--policy", write(folder, "policy.json", text), "--pledges", pledges]
        )
        expect(code).toBe(2)
        expect(complaints[0]).toMatch(/^policy\.json/)
      }
      const missing = await runHere("review", "--policy", path.join(folder, "none.json"), "--pledges", pledges)
      expect([missing.code, missing.complaints[0]]).toMatchObject([2, expect.stringContaining("没有这个文件")])
      const folderGiven = await runHere(
        ...["review", "--policy", write(folder, "p.json", JSON.stringify(policy())), "--pledges", pledges],
        ...["--out", write(folder, "taken", "")]
      )
      expect(folderGiven.code).toBe(1)
    })
  })
})
