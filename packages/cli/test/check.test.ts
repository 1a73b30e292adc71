import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { caseFile, inFolder, runHere, runProcess, write } from "./support.ts"

const r2 = caseFile("r2.book.json")

/** The second worked case without its lowest band, and with a gate on a rate above 100 %. */
const faulty = (): string => {
  const book = JSON.parse(readFileSync(r2, "utf8"))
  const [gate] = book.gates
  return JSON.stringify({
    ...book,
    ladder: book.ladder.slice(0, 3),
    bands: book.bands.slice(0, 3),
    facts: [{ ...book.facts[0], minimum: 0, maximum: 1 }],
    gates: [{ ...gate, when: { ...gate.when, value: "0" } }]
  })
}

const check = (content: string, ...more: ReadonlyArray<string>) =>
  inFolder((folder) => runHere("check", write(folder, "book.json", content), ...more))

describe("zhengyou check", () => {
  it("finds nothing in a sound book, and ends 0", async () => {
    for (const name of ["r1", "r2", "r3", "r4"]) {
      const ran = await runHere("check", caseFile(`${name}.book.json`))
      expect(ran).toEqual({ code: 0, printed: "没有发现问题\n", complaints: [] })
    }
    expect((await runHere("check", r2, "--lang", "en")).printed).toBe("nothing found\n")
  })

  it("tells each finding with its place and what shows it, and ends 1", async () => {
    const ran = await check(faulty())
    expect(ran.code).toBe(1)
    expect(ran.printed).toBe(
      [
        "错误 bands[2].from：最低分数段从 60 分起，总分可能更低而无等级：请改为从 0 分起，或增加一段",
        "    u1：群众满意率 0；考评分 0 → 总分 0.00，规则未定",
        "",
        "错误 gates[0].when：没有任何情形能使“群众满意率低于 90% 不得评为好、较好”成立：请改正条件",
        "    u1：群众满意率 0；考评分 100 → 总分 100.00，好",
        "    u2：群众满意率 1；考评分 100 → 总分 100.00，好",
        "    u3：考评分 100 → 缺材料",
        "",
        "共 2 处错误、0 处提示",
        ""
      ].join("\n")
    )
  })

  it("tells the same in English", async () => {
    const { printed } = await check(faulty(), "--lang", "en")
    expect(printed).toContain("fault at bands[2].from: the lowest band begins at 60")
    expect(printed).toContain("    u1: satisfaction rate 0; Score 0 → total 0.00, undetermined\n")
    expect(printed).toMatch(/2 faults, 0 notices\n$/)
  })

  it("ends 0 where there are notices only", async () => {
    const book = JSON.parse(readFileSync(caseFile("r1.book.json"), "utf8"))
    const ran = await check(JSON.stringify({ ...book, rounding: { total: { mode: "halfExpand", digits: 0 } } }))
    expect(ran.code).toBe(0)
    expect(ran.printed).toMatch(/^提示 rounding\.total：.*共 0 处错误、1 处提示\n$/s)
  })

  it("holds the book against a roster", async () => {
    const ran = await inFolder((folder) =>
      runHere("check", caseFile("r3.book.json"), "--roster", write(folder, "roster.csv", "id,name\na,甲\nb,乙\n"))
    )
    expect(ran.code).toBe(1)
    expect(ran.printed).toMatch(/^错误 quotas\[0\]\.seats：名册中有 2 个单位，“★5”的上限没有一个名额/)
  })

  it("ends 2, with every fault, where the book or the roster cannot be read", async () => {
    const book = JSON.parse(readFileSync(r2, "utf8"))
    const overlapping = {
      ...book,
      bands: [
        { level: "good", from: 80 },
        { level: "fair", from: 90 }
      ],
      fullMarks: 99
    }
    const { code, printed, complaints } = await check(JSON.stringify(overlapping), "--roster", "nowhere.csv")
    expect(code).toBe(2)
    expect(printed).toBe("")
    expect(complaints.join("\n")).toMatch(/fullMarks.*99.*100.*bands\[1\]\.from.*90.*80.*nowhere\.csv/s)
    expect(complaints.at(-1)).toContain("3")
  })

  it("wants one book", async () => {
    expect((await runHere("check")).complaints).toEqual(["缺少 BOOK.json"])
    expect((await runHere("check", r2, r2)).code).toBe(2)
  })

  it("works as a process", () => {
    const ran = runProcess("check", r2)
    expect(ran).toEqual({ code: 0, out: "没有发现问题\n", err: "" })
  })
})
