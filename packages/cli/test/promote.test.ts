import { existsSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { PromotionResult } from "@zhengyou/report"
import { writeXlsx } from "@zhengyou/tables"
import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { inFolder, runHere, runProcess, write } from "./support.ts"

const here = (name: string): string => fileURLToPath(new URL(`./promotion/${name}`, import.meta.url))

const text = (name: string): string => readFileSync(here(name), "utf8")

const given = {
  rules: "rules.json",
  levels: "levels.csv",
  cases: "cases.csv",
  facts: "facts.csv",
  problems: "ledger.csv"
}

/** The words of the command for the files of the folder `promotion`, some of them replaced. */
const words = (changed: Partial<Record<keyof typeof given, string>> = {}): ReadonlyArray<string> =>
  Object.entries(given).flatMap(([option, name]) => [
    `--${option}`,
    Object.entries(changed).find(([of]) => of === option)?.[1] ?? here(name)
  ])

const from = ["--from", "2012-04-12"]

const promote = (...more: ReadonlyArray<string>) => runHere("promote", ...words(), ...from, ...more)

/** Runs with the text of one file changed. */
const changed = (option: keyof typeof given, change: (content: string) => string, ...more: ReadonlyArray<string>) =>
  inFolder((folder) => {
    const file = write(folder, given[option], change(text(given[option])))
    return runHere("promote", ...words({ [option]: file }), ...from, ...more)
  })

describe("zhengyou promote", () => {
  it("decides every application with its reasons", async () => {
    const { code, printed, complaints } = await promote("--format", "json")
    expect([code, complaints]).toEqual([0, []])
    const result = Schema.decodeUnknownSync(Schema.fromJsonString(PromotionResult))(printed)
    expect(
      result.decisions.map(({ unit, outcome, reasons }) => [unit, outcome, ...reasons.map(({ key }) => key)])
    ).toEqual([
      ["机关第一支部", "granted"],
      ["机关第二支部", "declined", "NotMet"],
      ["机关第三支部", "refused", "StepsTooMany"],
      ["机关第四支部", "declined", "NotMet"],
      ["机关第六支部", "awaiting"],
      ["机关第七支部", "refused", "NoLevel"]
    ])
    expect(result.movements.map(({ before, after }) => [before, after])).toEqual([
      [1, 2],
      [3, 2],
      [2, 2],
      [1, 1]
    ])
    expect(result.asOf).toBe("2012-12-17")
    expect(result.ledger?.map(({ unit, status, isOverdue }) => [unit, status, isOverdue])).toEqual([
      ["机关第四支部", "submitted", true],
      ["机关第三支部", "inProgress", false],
      ["机关第六支部", "opened", false],
      ["机关第一支部", "closed", false],
      ["机关第二支部", "closed", false]
    ])
  })

  it("speaks Chinese and English", async () => {
    const zh = await promote()
    expect(zh.printed).toContain("共 6 个申请：同意 1 个、未同意 2 个、不予受理 2 个、待决定 1 个。")
    expect(zh.printed).toMatch(/机关第四支部 +组织生活制度不健全 +四支部书记 +2012-06-29 逾期 171 天 +待验收/)
    const en = await promote("--lang", "en")
    expect(en.printed).toContain('"satisfaction of at least 80 %" is not met (satisfaction 0.795, which is not ≥ 0.8)')
    expect(en.printed).toMatch(/171 days overdue +submitted/)
  })

  it("writes the same three files as grade, each whole", async () => {
    await inFolder(async (folder) => {
      const out = path.join(folder, "out")
      const ran = await promote("--out", out, "--format", "csv")
      expect(ran.code).toBe(0)
      expect(readdirSync(out).toSorted()).toEqual(["report.html", "result.csv", "result.json"])
      expect(readFileSync(path.join(out, "result.csv"), "utf8")).toBe(`\uFEFF${ran.printed}`)
      expect(readFileSync(path.join(out, "report.html"), "utf8")).toMatch(/^<!DOCTYPE html>[\s\S]*id="h-ledger"/)
    })
  })

  it("needs neither ledger nor facts nor a first day where the rules do not ask for them", async () => {
    await inFolder(async (folder) => {
      const { promotion, ...rest } = JSON.parse(text("rules.json"))
      const requirements = promotion.requirements.slice(1)
      const rules = write(folder, "rules.json", JSON.stringify({ ...rest, promotion: { ...promotion, requirements } }))
      const args = ["--levels", here("levels.csv"), "--cases", here("cases.csv")]
      const { code, printed } = await runHere("promote", "--rules", rules, ...args)
      expect(code).toBe(0)
      // Without facts the satisfaction rate is unknown, so that nothing is decided.
      expect(printed).toContain("共 6 个申请：不予受理 2 个、待决定 1 个、无从判断 3 个。")
      expect(printed).not.toContain("逐单位")
      expect(printed).toContain("2012-01-01 – 2012-12-17")
      // Rules that ask for open problems do not take a forgotten ledger for one without any.
      const forgotten = await runHere("promote", "--rules", here("rules.json"), ...args)
      expect([forgotten.code, forgotten.complaints[0]]).toEqual([2, "缺少 --problems"])
    })
  })

  it("reads workbooks and a roster, which gives names, foundings and mergers", async () => {
    await inFolder(async (folder) => {
      const rows = text("levels.csv")
        .trim()
        .split("\n")
        .map((row) => row.split(","))
      const levels = write(folder, "levels.xlsx", Result.getOrThrow(writeXlsx([{ name: "等级", rows }], "levels.xlsx")))
      const names = rows
        .slice(1)
        .map(([name], i) => `z0${i + 1},${name},${i === 6 ? "2012-05-02" : ""},${i === 4 ? "2012-06-01,z01" : ","}`)
      const roster = write(folder, "roster.csv", ["编号,名称,成立日期,撤销日期,并入", ...names].join("\n"))
      const { code, printed, complaints } = await runHere(
        "promote",
        ...words({ levels }),
        ...from,
        "--roster",
        roster,
        "--format",
        "json"
      )
      expect([code, complaints]).toEqual([0, []])
      const result = Schema.decodeUnknownSync(Schema.fromJsonString(PromotionResult))(printed)
      expect(result.decisions[0]).toMatchObject({ unit: "z01", name: "机关第一支部" })
      expect(result.movements.map(({ founded, merged }) => [founded, merged])).toEqual([
        [0, 1],
        [0, 0],
        [0, 0],
        [1, 0]
      ])
    })
  })

  it("works as a process: the result on standard output, the progress on standard error", () => {
    const ran = runProcess("promote", ...words(), ...from)
    expect(ran.code).toBe(0)
    expect(ran.out).toContain("机关第一支部")
    expect(ran.err).toContain("cases.csv：6 个申请")
  })
})

describe("what is wrong with the words and files", () => {
  it("is told of the words, all of it", async () => {
    const ran = await runHere(
      "promote",
      "--rules",
      here("rules.json"),
      "--from",
      "2012-13-01",
      "--store",
      "x",
      "soon",
      "--lang",
      "en"
    )
    expect(ran.code).toBe(2)
    expect(ran.complaints).toEqual([
      "promote takes no --store: see zhengyou --help",
      '"soon" belongs to no option: remove it',
      "--levels is missing",
      "--cases is missing",
      '--from is "2012-13-01", but must be YYYY-MM-DD (2012-04-01)'
    ])
  })

  it("is told of the rules with its path", async () => {
    const { code, complaints } = await changed("rules", (json) => json.replace('"maxSteps": 1', '"maxSteps": 0'))
    expect(code).toBe(2)
    expect(complaints[0]).toBe("rules.json 的 promotion.maxSteps：现为 0，应为1 至 100 的整数，或 any")
  })

  it("is told of all tables together, with file, row and column", async () => {
    await inFolder(async (folder) => {
      const cases = write(folder, "cases.csv", text("cases.csv").replace("先进,2012-10-08", "最好,2012-10-32"))
      const problems = write(folder, "ledger.csv", text("ledger.csv").replace("待验收", "完成了"))
      const facts = write(folder, "facts.csv", text("facts.csv").replace("79.5%", "差不多"))
      const { code, complaints, printed } = await runHere("promote", ...words({ cases, problems, facts }))
      expect([code, printed]).toEqual([2, ""])
      expect(complaints).toEqual([
        "cases.csv 第 2 行 C 列（申请等级）：没有名为“最好”的等级，应为：先进（advanced）、良好（good）、一般（ordinary）",
        "cases.csv 第 2 行 D 列（申请日期）：现为“2012-10-32”，应为日期，如 2012-03-07 或 2012年3月7日",
        expect.stringMatching(/^ledger\.csv 第 3 行 J 列（状态）：没有名为“完成了”的状态/),
        "facts.csv 第 3 行 B 列（满意率）：现为“差不多”，应为数，如 92.5、46/50 或 92%",
        "共 4 处错误，未写任何文件"
      ])
    })
  })

  it("is told where the applications do not fit the levels in force, with the row", async () => {
    const wrong = await changed("cases", (csv) => csv.replace("机关第二支部,良好", "机关第二支部,一般"))
    expect(wrong.complaints[0]).toBe("cases.csv 第 3 行：“机关第二支部”的现等级是“good”，不能从“ordinary”变动")
    const already = await changed("levels", (csv) => `${csv}机关第一支部,先进,2012-12-17\n`, "--lang", "en")
    expect(already.complaints[0]).toMatch(/^cases\.csv, row 2: the case of "机关第一支部" started from "good"/)
    const early = await promote("--as-of", "2012-12-01")
    expect(early.complaints[0]).toMatch(/^cases\.csv 第 2 行：2012-12-05 晚于截止日 2012-12-01/)
    const reversed = await runHere("promote", ...words(), "--from", "2013-01-01")
    expect(reversed.complaints[0]).toBe("--from, --as-of：2012-12-17 早于 2013-01-01，请把较早的日期写在前面")
  })

  it("is told of the ledger: who verifies their own work, and what is closed without a day", async () => {
    const own = await changed("problems", (csv) =>
      csv.replace("已销号,督导组,2012-07-05", "已销号,一支部 书记,2012-07-05")
    )
    expect(own.complaints[0]).toMatch(
      /^ledger\.csv 第 2 行：“一支部书记”是“机关第一支部”问题“G1”的责任人，不能自己验收/
    )
    const bare = await changed("problems", (csv) => csv.replace("已销号,督导组,2012-07-20", "已销号,督导组,"))
    expect(bare.complaints[0]).toMatch(/^ledger\.csv 第 4 行：.*没有销号日期/)
  })

  it("is told of files that cannot be read, and ends 1 where it cannot write", async () => {
    const gone = await runHere("promote", ...words({ levels: "nowhere.csv" }))
    expect([gone.code, gone.complaints[0]]).toEqual([2, "nowhere.csv：读不了：没有这个文件，请检查路径"])
    await inFolder(async (folder) => {
      const blocked = write(folder, "out", "")
      const ran = await promote("--out", blocked)
      expect(ran.code).toBe(1)
      const faulty = await runHere(
        "promote",
        ...words({ cases: here("levels.csv") }),
        "--out",
        path.join(folder, "new")
      )
      expect([faulty.code, existsSync(path.join(folder, "new"))]).toEqual([2, false])
    })
  })

  it("refuses hostile tables in bounded time, and never steers the terminal", async () => {
    const steering = "a\u202E\u001B[31mred"
    const ran = await changed("levels", (csv) => `${csv}${steering},良好,2012-04-12\n__proto__,良好,2012-04-12\n`)
    expect(ran.code).toBe(2)
    expect(ran.complaints.join("\n")).toMatch(/levels\.csv 第 9 行 A 列[\s\S]*第 10 行 A 列.*__proto__/)
    for (const character of ["\u001B", "\u202E"]) expect(ran.complaints.join("")).not.toContain(character)
    const many = await changed("cases", (csv) => csv + "癸,,先进,2012-10-08,,,\n".repeat(20_000))
    expect(many.code).toBe(2)
    expect(many.complaints.length).toBeLessThan(1003)
    const wide = await changed("levels", (csv) => csv.replaceAll("2012-04-12", "２０１２年４月１２日"))
    expect(wide.code).toBe(0)
  })
})

const units = ["甲", "乙", "丙"] as const

const level = fc.constantFrom("先进", "良好", "一般")

/** Sound tables of three units, some of whose cells are then spoilt. */
const tables = fc.record({
  levels: fc.tuple(level, level, level).map((of) => of.map((one, i) => [units[i] ?? "", one, "2012-04-12"])),
  cases: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...units), level, fc.constantFrom("2012-10-08", "2012-11-01"), level), {
      selector: ([unit]) => unit,
      minLength: 1
    })
    .map((rows) => rows.map((row) => [...row, "2012-12-05", "2012-12-17"])),
  problems: fc
    .subarray([...units], { minLength: 1 })
    .map((of) =>
      of.map((unit) => ["1", unit, "缺", "2012-04-16", "换", "补", "李", "2012-06-30", "已销号", "王", "2012-07-05"])
    ),
  spoilt: fc.array(
    fc.record({
      table: fc.constantFrom("levels", "cases", "problems"),
      row: fc.nat(2),
      column: fc.nat(10),
      cell: fc.constantFrom(
        "",
        "—",
        "先进",
        "李",
        "2012-12-06",
        "2012-02-30",
        "9999-12-31",
        "__proto__",
        "\u202e",
        "整改中"
      )
    }),
    { maxLength: 2 }
  )
})

const heads = {
  levels: "单位,等级,生效日期",
  cases: "单位,申请等级,申请日期,复评等级,决定日期,生效日期",
  problems: "编号,单位,问题,发现日期,成因,整改措施,责任人,完成时限,状态,验收人,销号日期"
} as const

describe("any tables", () => {
  it("are decided where they are sound, and else decided or refused with lines", async () => {
    await inFolder((folder) =>
      fc.assert(
        fc.asyncProperty(tables, async ({ spoilt, ...sound }) => {
          const args = (["levels", "cases", "problems"] as const).flatMap((of) => {
            const rows = sound[of].map((row, i) =>
              row.map(
                (cell, k) => spoilt.find((one) => one.table === of && one.row === i && one.column === k)?.cell ?? cell
              )
            )
            return [`--${of}`, write(folder, `${of}.csv`, [heads[of], ...rows.map((row) => row.join(","))].join("\n"))]
          })
          const ran = await runHere("promote", "--rules", here("rules.json"), ...args, "--format", "json")
          expect(spoilt.length === 0 ? [0] : [0, 2]).toContain(ran.code)
          if (ran.code === 0) Schema.decodeUnknownSync(Schema.fromJsonString(PromotionResult))(ran.printed)
          else expect([ran.printed, ran.complaints.length > 1]).toEqual(["", true])
          expect(ran.complaints.join("")).not.toMatch(/undefined|NaN|\[object|\u202e/)
        }),
        { numRuns: 100 }
      )
    )
  })
})

describe("the guide", () => {
  const guide = readFileSync(new URL("../../../docs/guides/promotion-round.md", import.meta.url), "utf8")

  it("shows the files that are tested here, and what the command prints of them", async () => {
    for (const name of ["rules.json", "levels.csv", "cases.csv", "facts.csv", "ledger.csv"])
      expect(guide).toContain(text(name).trim())
    const { printed } = await promote()
    expect(guide).toContain(printed.trim())
  })
})
