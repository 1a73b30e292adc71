import { existsSync, readdirSync } from "node:fs"
import path from "node:path"
import { describe, expect, it } from "vitest"
import { caseFile, inFolder, runHere, runProcess, write } from "./support.ts"

const book = caseFile("r1.book.json")

const gradeSheets = (csv: string, ...more: ReadonlyArray<string>) =>
  inFolder((folder) => runHere("grade", "--book", book, "--sheets", write(folder, "scores.csv", csv), ...more))

describe("words of the command line", () => {
  it("tells every fault among them", async () => {
    const ran = await runHere(
      "grade",
      "--sheets",
      "",
      "--lang",
      "fr",
      "--as-of",
      "2012-02-30",
      "--format",
      "pdf",
      "--fast",
      "now"
    )
    expect(ran.code).toBe(2)
    expect(ran.complaints).toHaveLength(7)
    expect(ran.complaints.join("\n")).toMatch(/--sheets.*--fast.*fr.*now.*--book.*2012-02-30.*pdf/s)
  })

  it("says that an option lacks its value, and takes no other option for it", async () => {
    const ran = await runHere("grade", "--sheets", "--book", book, "--lang", "en")
    expect(ran.complaints).toEqual(["--sheets needs a value"])
  })

  it("tells what commands there are, and what words no command takes", async () => {
    expect((await runHere("mark", "--book", book, "--lang", "en")).complaints).toEqual([
      'there is no command "mark": use grade or promote or survey or review or check or describe'
    ])
    const ran = await runHere("grade", "soon", "--book", book, "--sheets", book, "--lang", "en")
    expect(ran.complaints).toEqual(['"soon" belongs to no option: remove it'])
    const checked = await runHere("check", book, "--sheets", book, "--lang", "en")
    expect(checked.complaints).toEqual(["check takes no --sheets: see zhengyou --help"])
  })

  it("helps in both languages", async () => {
    expect((await runHere("--help")).printed).toContain("评定办法")
    expect((await runHere("--help", "--lang", "en")).printed).toContain("rule book")
    expect((await runHere("--version")).printed).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe("sheets with faults", () => {
  it("lists each with row, column, what was found and what is allowed, and ends 2", async () => {
    const csv =
      "单位,评价主体,评委,指标,分数\n甲,自评,本支部,总评,sheep\n甲,上级考评,机关党委,总评,101\n甲,路人,某,总评,1\n"
    const { code, complaints } = await gradeSheets(csv)
    expect(code).toBe(2)
    expect(complaints[0]).toMatch(/scores\.csv.*第 2 行.*E 列.*sheep.*0.*100/)
    expect(complaints[1]).toMatch(/第 3 行.*E 列.*101.*0.*100/)
    expect(complaints[2]).toMatch(/第 4 行.*B 列.*路人.*自评/)
    expect(complaints.at(-1)).toContain("3")
  })

  it("refuses doubled rows with both row numbers", async () => {
    const csv = "unit,panel,rater,criterion,score\n甲,self,a,score,96\n甲,superior,b,score,92\n甲,self,a,score,97\n"
    const { code, complaints } = await gradeSheets(csv, "--lang", "en")
    expect(code).toBe(2)
    expect(complaints[0]).toMatch(/2.*4|4.*2/)
  })

  it("reads full-width digits and spaces, and never takes an absent score for nought", async () => {
    const csv =
      "单位,评价主体,评委,指标,分数\n甲,自评,本支部,总评,　９６ \n甲,上级考评,机关党委,总评,缺考\n乙,自评,本支部,总评,—\n乙,上级考评,机关党委,总评,0\n"
    const { code, printed } = await gradeSheets(csv, "--format", "json")
    expect(code).toBe(0)
    const units: ReadonlyArray<{ id: string; outcome: string; total?: unknown }> = JSON.parse(printed).units
    expect(units.map(({ id, outcome, total }) => [id, outcome, total])).toEqual([
      ["甲", "blocked", undefined],
      ["乙", "blocked", undefined]
    ])
  })

  it("keeps identifiers as they are written", async () => {
    const long = "612300199001010018"
    const csv = `单位,评价主体,评委,指标,分数\n007,自评,a,总评,96\n007,上级考评,b,总评,92\n${long},自评,a,总评,96\n${long},上级考评,b,总评,92\n`
    const { printed } = await gradeSheets(csv, "--format", "json")
    expect(JSON.parse(printed).units.map((unit: { id: string }) => unit.id)).toEqual(["007", long])
  })

  it("says which row and column hold an identifier that cannot be used, without letting it steer the terminal", async () => {
    const steering = "a\u202E\u001B[31mred"
    const csv = `单位,评价主体,评委,指标,分数\n${steering},自评,本支部,总评,96\n甲,自评,__proto__,总评,96\n`
    const { code, complaints } = await gradeSheets(csv)
    expect(code).toBe(2)
    expect(complaints[0]).toMatch(/第 2 行.*单位/)
    expect(complaints[1]).toMatch(/第 3 行.*评委.*__proto__/)
    for (const character of ["\u001B", "\u202E"]) expect(complaints.join("")).not.toContain(character)
  })

  it("writes nothing at all", async () => {
    await inFolder(async (folder) => {
      const sheets = write(folder, "scores.csv", "单位,评价主体,评委,指标,分数\n甲,自评,本支部,总评,sheep\n")
      const [out, store] = [path.join(folder, "out"), path.join(folder, "round.sqlite")]
      const ran = await runHere("grade", "--book", book, "--sheets", sheets, "--out", out, "--store", store)
      expect(ran.code).toBe(2)
      expect(ran.printed).toBe("")
      expect(existsSync(out)).toBe(false)
      expect(existsSync(store)).toBe(false)
    })
  })
})

describe("other files with faults", () => {
  it("lists the faults of a book with their paths", async () => {
    await inFolder(async (folder) => {
      const bad = write(folder, "book.json", '{"format":"zhengyou/rule-book@1","id":"x","id":"y"}')
      const { code, complaints } = await runHere("grade", "--book", bad, "--sheets", caseFile("r1.sheets.csv"))
      expect(code).toBe(2)
      expect(complaints[0]).toContain("book.json")
      expect(complaints[0]).toContain("“id”")
    })
  })

  it("refuses a book that is nested ten thousand deep, by its path", async () => {
    await inFolder(async (folder) => {
      const bad = write(folder, "book.json", `{"gates":${"[".repeat(10_000)}${"]".repeat(10_000)}}`)
      const { code, complaints } = await runHere("grade", "--book", bad, "--sheets", caseFile("r1.sheets.csv"))
      expect(code).toBe(2)
      expect(complaints[0]).toMatch(/gates\[0\].*64/)
    })
  })

  it("tells the faults of the roster and of the sheets together", async () => {
    await inFolder(async (folder) => {
      const roster = write(folder, "roster.csv", "id,name,founded\n甲,甲,someday\n")
      const sheets = write(folder, "scores.csv", "单位,评价主体,评委,指标,分数\n甲,自评,本支部,总评,sheep\n")
      const { complaints } = await runHere("grade", "--book", book, "--sheets", sheets, "--roster", roster)
      expect(complaints.join("\n")).toMatch(/someday[\s\S]*sheep/)
    })
  })

  it("reads facts as JSON, and tells every fault of them by its path", async () => {
    await inFolder(async (folder) => {
      const grade = (json: string) =>
        runHere(
          ...["grade", "--book", caseFile("r2.book.json"), "--sheets", caseFile("r2.sheets.csv")],
          ...["--facts", write(folder, "facts.json", json), "--format", "json"]
        )
      const rates = { 甲: "46/50", 乙: "34/38", 丙: 0.9, 丁: 1, 戊: "0.9" }
      const good = await grade(
        JSON.stringify(Object.fromEntries(Object.entries(rates).map(([id, satisfaction]) => [id, { satisfaction }])))
      )
      expect(JSON.parse(good.printed).units.map((unit: { level: string }) => unit.level)).toEqual([
        "good",
        "ordinary",
        "fair",
        "ordinary",
        "poor"
      ])
      const bad = await grade('{"己":{"satisfaction":"high","joy":1}}')
      expect(bad.code).toBe(2)
      expect(bad.complaints).toHaveLength(4)
    })
  })

  it("says which file cannot be read, or has another ending", async () => {
    const missing = await runHere("grade", "--book", "nowhere.json", "--sheets", caseFile("r1.sheets.csv"))
    expect(missing.complaints[0]).toMatch(/nowhere\.json.*没有这个文件/)
    const ending = await runHere("grade", "--book", book, "--sheets", book)
    expect(ending.complaints[0]).toContain(".csv | .xlsx")
  })

  it("ends 1 before anything is stored, where the output folder is a file", async () => {
    await inFolder(async (folder) => {
      const [out, store] = [write(folder, "out", "a file"), path.join(folder, "round.sqlite")]
      const ran = await runHere(
        "grade",
        "--book",
        book,
        "--sheets",
        caseFile("r1.sheets.csv"),
        "--out",
        out,
        "--store",
        store
      )
      expect(ran.code).toBe(1)
      expect(ran.complaints[0]).toContain("请指定文件夹")
      expect(existsSync(store)).toBe(false)
    })
  })

  it("reads no device and no folder", async () => {
    const device = await runHere("grade", "--book", "/dev/zero", "--sheets", caseFile("r1.sheets.csv"))
    expect(device.complaints[0]).toContain("不是普通文件")
    await inFolder(async (folder) => {
      const ran = await runHere("grade", "--book", folder, "--sheets", caseFile("r1.sheets.csv"))
      expect(ran.complaints[0]).toContain("这是文件夹")
    })
  })

  it("ends 1, and says why, where the store cannot be opened", async () => {
    await inFolder((folder) => {
      const store = write(
        folder,
        "notes.txt",
        "these are notes, not a database, and they are longer than a header".repeat(20)
      )
      const ran = runProcess("grade", "--book", book, "--sheets", caseFile("r1.sheets.csv"), "--store", store)
      expect(ran.code).toBe(1)
      expect(ran.err).toContain("notes.txt")
      expect(ran.out).toBe("")
      expect(readdirSync(folder)).toEqual(["notes.txt"])
    })
  })
})
