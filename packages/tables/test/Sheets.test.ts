import { exactUnsafe, formatExact } from "@zhengyou/core"
import { readSheets, type ScoreSheet, type SheetNames, type Table, type TableFaults } from "@zhengyou/tables"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { csv, faultsOf, tagsOf, xlsx } from "./support/read.ts"
import { sheetOf, textRow, workbook } from "./support/workbook.ts"

const names: SheetNames = {
  units: [
    { id: "z01", name: "机关第一支部" },
    { id: "z02", name: "图书馆支部" },
    { id: "003", name: { "zh-CN": "后勤支部", en: "Logistics branch" } }
  ],
  panels: [
    { id: "experts", name: { "zh-CN": "专家组", en: "Experts" } },
    { id: "masses", name: "群众代表" }
  ],
  criteria: [
    { id: "duty", name: { "zh-CN": "履职尽责", en: "Duty" }, maximum: exactUnsafe(100) },
    { id: "new", name: "工作创新", maximum: exactUnsafe(20) }
  ]
}

type Read = Result.Result<{ readonly sheets: ReadonlyArray<ScoreSheet> }, TableFaults>

const read = (table: Result.Result<Table, TableFaults>, given: SheetNames = names): Read =>
  Result.flatMap(table, (each) => readSheets(each, given))

const shownSheets = (result: Read) =>
  Result.getOrThrow(result).sheets.map(({ unit, panel, rater, scores, absent, row }) => ({
    who: `${unit}/${panel}/${rater}`,
    scores: Object.fromEntries(
      Object.entries(scores).map(([id, score]) => [id, typeof score === "string" ? score : formatExact(score)])
    ),
    absent,
    row
  }))

describe("readSheets", () => {
  it("reads one row for each score, names and ids in either language mixed", () => {
    const text = `单位,评价主体,评委,指标,分数,备注
机关第一支部,专家组,甲,履职尽责,91.5,
z01,Experts,甲,工作创新,１８,手写
Logistics branch,masses,乙,Duty,缺考,病假
`
    expect(shownSheets(read(csv(text)))).toEqual([
      { who: "z01/experts/甲", scores: { duty: "91.5", new: "18" }, absent: [], row: 2 },
      { who: "003/masses/乙", scores: {}, absent: ["duty"], row: 4 }
    ])
  })

  it("reads a workbook as a school office makes it: title, header of two rows, merged units, running numbers, remarks", () => {
    const xml =
      `<sheetData>${textRow(1, ["2012年度基层党组织分类定级评分汇总表"])}${textRow(2, ["填表单位：", "", "日期：2012.3.7"])}` +
      textRow(3, ["序号", "支 部", "评价主体", "评 委", "得分", "", "备注"]) +
      textRow(4, ["", "", "", "", "履职尽责", "工作\n创新", ""]) +
      '<row r="5"><c r="A5"><v>1</v></c><c r="B5" t="inlineStr"><is><t>机关 第一支部　</t></is></c><c r="C5" t="inlineStr"><is><t>专家组</t></is></c><c r="D5" t="inlineStr"><is><t>张 三</t></is></c><c r="E5"><v>89.995999999999995</v></c><c r="F5"><v>18.5</v></c></row>' +
      `${textRow(6, ["", "", "专家组", "李四", "８８", "—", "请假"])}</sheetData>` +
      '<mergeCells><mergeCell ref="A1:G1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:B4"/><mergeCell ref="C3:C4"/><mergeCell ref="D3:D4"/><mergeCell ref="E3:F3"/><mergeCell ref="G3:G4"/><mergeCell ref="A5:A6"/><mergeCell ref="B5:B6"/></mergeCells>'
    expect(shownSheets(read(xlsx(workbook({ sheets: [{ name: "评分", xml }] }))))).toEqual([
      { who: "z01/experts/张 三", scores: { duty: "89.996", new: "18.5" }, absent: [], row: 5 },
      { who: "z01/experts/李四", scores: { duty: "88" }, absent: ["new"], row: 6 }
    ])
  })

  it("passes over the lower half of a header whose cells are all merged", () => {
    const xml = `<sheetData>${textRow(1, ["单位", "评价主体", "评委", "duty"])}<row r="2"/>${textRow(3, ["z01", "experts", "甲", "9"])}</sheetData><mergeCells>${["A", "B", "C", "D"].map((at) => `<mergeCell ref="${at}1:${at}2"/>`).join("")}</mergeCells>`
    expect(shownSheets(read(xlsx(workbook({ sheets: [{ name: "s", xml }] }))))).toHaveLength(1)
  })

  it("tells every fault at once, each with its row and column", () => {
    const text = `单位,评价主体,评委,履职尽责,工作创新,电话
z01,专家组,甲,sheep,21,
体育部,专家组,乙,95分,-1,
z01,专家,,"1,050",9%,
z01,专家组,甲,90,4/5,
合计,,,180,40,
z02,群众代表,丙,90,10,13800000000
`
    expect(faultsOf(read(csv(text)))).toEqual([
      "scores.csv 第 1 行 F 列（电话）：不认识“电话”这一列，可以有：单位、评价主体、评委、评委单位、分组、履职尽责（duty）、工作创新（new）、备注；请改名或删去此列",
      "scores.csv 第 2 行 D 列（履职尽责）：现为“sheep”，应为 0 至 100 的数",
      "scores.csv 第 2 行 E 列（工作创新）：现为“21”，应为 0 至 20 的数",
      "scores.csv 第 3 行 A 列（单位）：没有名为“体育部”的单位，应为：机关第一支部（z01）、图书馆支部（z02）、后勤支部（003）",
      "scores.csv 第 3 行 D 列（履职尽责）：现为“95分”，应为 0 至 100 的数，只写数字（如 89.5），不带单位、千分位逗号、百分号或分数线",
      "scores.csv 第 3 行 E 列（工作创新）：现为“-1”，应为 0 至 20 的数",
      "scores.csv 第 4 行 B 列（评价主体）：没有名为“专家”的评价主体，应为：专家组（experts）、群众代表（masses）",
      "scores.csv 第 4 行 C 列（评委）：此格空白，请填写",
      "scores.csv 第 4 行 D 列（履职尽责）：现为“1,050”，应为 0 至 100 的数，只写数字（如 89.5），不带单位、千分位逗号、百分号或分数线",
      "scores.csv 第 4 行 E 列（工作创新）：现为“9%”，应为 0 至 20 的数，只写数字（如 89.5），不带单位、千分位逗号、百分号或分数线",
      "scores.csv 第 5 行 E 列（工作创新）：现为“4/5”，应为 0 至 20 的数，只写数字（如 89.5），不带单位、千分位逗号、百分号或分数线",
      "scores.csv 第 5 行：第 2 行与第 5 行的单位、评价主体、评委相同，请只留一行",
      "scores.csv 第 6 行：“合计”不是单位的数据，请删去合计、平均、备注等行"
    ])
  })

  it("refuses the same score twice, naming both rows, though the rater is spelled in two ways", () => {
    const text =
      "单位,评价主体,评委,指标,分数\nz01,experts,张三,duty,9\nz01,experts,张三,new,9\n\n机关第一支部,专家组,张　三,履职尽责,10\n"
    expect(faultsOf(read(csv(text)))).toEqual([
      "scores.csv 第 5 行：第 2 行与第 5 行的单位、评价主体、评委、指标相同，请只留一行"
    ])
  })

  it("refuses what a spreadsheet program has made of a score", () => {
    const header = textRow(1, ["单位", "评价主体", "评委", "duty", "new"])
    const cells =
      '<row r="2"><c t="inlineStr"><is><t>z01</t></is></c><c t="inlineStr"><is><t>experts</t></is></c><c t="inlineStr"><is><t>甲</t></is></c>'
    const scores = (duty: string, more: string) =>
      tagsOf(read(xlsx(sheetOf(`${header}${cells}${duty}${more}</row>`, { formats: ["yyyy/m/d", "0.0%"] }))))
    expect(scores('<c s="1"><v>40975</v></c>', '<c t="b"><v>1</v></c>')).toEqual(["NotABareScore", "NotAScore"])
    expect(scores('<c s="2"><v>0.92</v></c>', '<c t="e"><v>#REF!</v></c>')).toEqual(["NotABareScore", "FormulaError"])
    expect(scores("<c><f>A1</f></c>", "<c><v>20</v></c>")).toEqual(["FormulaWithoutValue"])
    const merged = `<sheetData>${header}${cells}<c><v>9</v></c></row></sheetData><mergeCells><mergeCell ref="D2:E2"/></mergeCells>`
    expect(faultsOf(read(xlsx(workbook({ sheets: [{ name: "s", xml: merged }] }))))).toEqual([
      "scores.xlsx “s”表 第 2 行 E 列（new）：此格与 D2 合并，请取消合并后逐格填写"
    ])
  })

  it("says which headers are missing, and that criteria may have columns of their own", () => {
    expect(faultsOf(read(csv("单位,评价主体,评委,甲,乙\nz01,experts,a,1,2\n")))).toEqual([
      "scores.csv：前 10 行内没有找到完整的表头，缺少：指标（也可以每项一列：履职尽责（duty）、工作创新（new））"
    ])
    expect(faultsOf(read(csv("单位,评价主体,指标,分数\nz01,experts,duty,1\n")))).toEqual([
      "scores.csv：前 10 行内没有找到完整的表头，缺少：评委"
    ])
    expect(tagsOf(read(csv(`${"标题\n".repeat(10)}单位,评价主体,评委,duty\n`)))).toEqual(["NoHeader"])
  })

  it("drops nothing: doubled columns and values under no header are faults", () => {
    expect(faultsOf(read(csv("单位,评价主体,评委,duty,履职尽责,单位\nz01,experts,a,1,2,z01,9\n")))).toEqual([
      "scores.csv 第 1 行 E 列（履职尽责）：与 D 列重复，请只留一列",
      "scores.csv 第 1 行 F 列（单位）：与 A 列重复，请只留一列",
      "scores.csv 第 2 行 G 列：此列有内容“9”而没有表头，请补上表头或清空此列"
    ])
  })

  it("refuses an empty table", () => {
    expect(faultsOf(read(csv("")))).toEqual(["scores.csv：没有数据，请填写表头和至少一行"])
    expect(faultsOf(read(csv("单位,评价主体,评委,duty\n,,　,\n")))).toEqual([
      "scores.csv：没有数据，请填写表头和至少一行"
    ])
  })

  it("refuses sums, averages and remarks under the data, but not a unit that is called so", () => {
    const rows = ["合 计", "总计：", "Total", "平均分", "备注：缺席者不计", "说明"]
    const header = "unit,panel,rater,duty\nz01,experts,a,1\n"
    for (const row of rows) expect(tagsOf(read(csv(`${header}${row},,,\n`)))).toEqual(["SummaryRow"])
    expect(tagsOf(read(csv("序号,unit,panel,rater,duty\n1,z01,experts,a,1\n合计,,,,1\n")))).toEqual(["SummaryRow"])
    const odd: SheetNames = { ...names, units: [{ id: "h", name: "合计" }] }
    expect(shownSheets(read(csv("unit,panel,rater,duty\n合计,experts,a,1\n"), odd))).toHaveLength(1)
  })

  it("asks for the id where a name means two units", () => {
    const twins: SheetNames = {
      ...names,
      units: [
        { id: "a", name: "学生支部" },
        { id: "b", name: "学生 支部" }
      ]
    }
    expect(faultsOf(read(csv("unit,panel,rater,duty\n学生支部,experts,a,1\n"), twins))).toEqual([
      "scores.csv 第 2 行 A 列（unit）：“学生支部”不止一个：学生支部（a）、学生 支部（b），请改填编号"
    ])
  })

  it("lists ten of the allowed names and counts them all", () => {
    const many: SheetNames = {
      ...names,
      units: Array.from({ length: 37 }, (_, at) => ({ id: `u${at}`, name: `u${at}` }))
    }
    const [text] = faultsOf(read(csv("unit,panel,rater,duty\nx,experts,a,1\n"), many))
    expect(text).toBe(
      "scores.csv 第 2 行 A 列（unit）：没有名为“x”的单位，应为：u0、u1、u2、u3、u4、u5、u6、u7、u8、u9 等 37 个"
    )
  })

  it("takes any text for a unit's id where no units are given, but none that is damaged", () => {
    const { units: _, ...free } = names
    expect(shownSheets(read(csv("unit,panel,rater,duty\n007,experts,a,1\n"), free))[0]?.who).toBe("007/experts/a")
    expect(tagsOf(read(csv("unit,panel,rater,duty\n6.11E+15,experts,a,1\n"), free))).toEqual(["DamagedIdentifier"])
  })

  it("reads the same sheets from long and wide tables, whatever the order of rows", () => {
    const sheet = fc.record({
      unit: fc.constantFrom("z01", "z02", "003"),
      panel: fc.constantFrom("experts", "masses"),
      rater: fc.constantFrom("甲", "乙", "07"),
      duty: fc.bigInt({ min: 0n, max: 10_000n }),
      more: fc.bigInt({ min: 0n, max: 2000n })
    })
    const decimal = (n: bigint): string => formatExact({ n, d: 100n })
    const sheets = fc.uniqueArray(sheet, { selector: (s) => `${s.unit}/${s.panel}/${s.rater}`, minLength: 1 })
    fc.assert(
      fc.property(sheets, fc.infiniteStream(fc.nat()), (given, order) => {
        const who = (s: (typeof given)[number]): string => `${s.unit},${s.panel},${s.rater}`
        const wide = given.map((s) => `${who(s)},${decimal(s.duty)},${decimal(s.more)}`)
        const long = given.flatMap((s) => [`${who(s)},duty,${decimal(s.duty)}`, `${who(s)},new,${decimal(s.more)}`])
        const mixed = long.map((line) => [order.next().value ?? 0, line] as const).toSorted((a, b) => a[0] - b[0])
        const sorted = (result: Read) =>
          shownSheets(result)
            .map(({ row: _, ...rest }) => rest)
            .toSorted((a, b) => (a.who < b.who ? -1 : 1))
        const fromWide = sorted(read(csv(`unit,panel,rater,duty,new\n${wide.join("\n")}\n`)))
        const fromLong = sorted(
          read(csv(`unit,panel,rater,criterion,score\n${mixed.map(([, line]) => line).join("\n")}\n`))
        )
        expect(fromLong).toEqual(fromWide)
        expect(fromWide).toHaveLength(given.length)
      })
    )
  })
})
