import { gradingHtml } from "@zhengyou/report"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { bookWith, fullReport, hostileNames, reportOf } from "./support.ts"

const count = (html: string, part: string): number => html.split(part).length - 1

/** What a reader of English sees: the texts for the other language and the style sheet taken away. */
const englishOf = (html: string): string =>
  html
    .replaceAll(/<style>.*?<\/style>/gs, "")
    .replaceAll(/<(span|tspan) lang="zh-CN">.*?<\/\1>/gs, "")
    .replaceAll(/(aria-label="|<label for="lang-zh-CN" lang="zh-CN">)中文/g, "")

describe("gradingHtml", () => {
  const html = gradingHtml(fullReport)

  it("shows every unit in one row of its own", () => {
    expect(count(html, "<details")).toBe(6)
    for (const name of ["第一支部", "第二支部", "第三支部", "第四支部", "第五支部", "新设支部"]) {
      expect(count(html, `<span class="name"><span lang="zh-CN">${name}</span>`)).toBe(1)
    }
  })

  it("says how the levels are spread, who is nearest to a threshold, and who falls under stricter rules", () => {
    expect(html).toContain("共 6 个单位，已定级 3 个：先进 2 个（66.67%）、良好 1 个（33.33%）、一般 0 个（0.00%）")
    expect(html).toContain("89.67 (≈−0.3333)")
    expect(html).toContain("1 个单位的结果不同：下降 1 个。")
    expect(html).toMatch(/先进限 1 个，候选 2 个[^<]*顺延为良好/)
    expect(html).toContain("已收评分表 7 份，尚缺 1 处")
    for (const hash of Object.values(fullReport.grading.receipt)) expect(html).toContain(`<code>${hash}</code>`)
  })

  it("shows the working: scores, raters, and the exact total as a fraction where its decimals never end", () => {
    expect(html).toContain("≈89.6667")
    expect(html).toContain("<dd>269/3 ≈89.6667</dd>")
    expect(html).toContain("2 raters")
  })

  it("holds both languages in full and opens in the one asked for", () => {
    expect(html).toContain('<html lang="zh-CN">')
    expect(html).toMatch(/id="lang-zh-CN"[^>]* checked/)
    const english = gradingHtml(fullReport, "en")
    expect(english).toContain('<html lang="en">')
    expect(english).toMatch(/id="lang-en"[^>]* checked/)
    expect(english).not.toMatch(/id="lang-zh-CN"[^>]* checked/)
    expect(englishOf(english).match(/\p{Script=Han}+/gu)).toBeNull()
  })

  it("loads nothing and has no script", () => {
    expect(html).not.toMatch(/<script|<link|<iframe|@import|url\(|https?:|\ssrc=|\son\w+=/i)
    expect(html).toContain("default-src 'none'")
  })

  it("writes the same bytes for the same report", () => {
    expect(gradingHtml(fullReport)).toBe(html)
  })

  it("escapes hostile names wherever they stand", () => {
    const report = reportOf(hostileNames.map((name) => [name, "80"]))
    const [title = ""] = hostileNames
    const page = gradingHtml({ ...report, title, comparisons: [{ title, book: report.book, grading: report.grading }] })
    expect(page).not.toMatch(/<script|<img|<svg onload/i)
    expect(page).toContain("&lt;script>alert(1)&lt;/script>")
    // Within <bdi> a mark that turns the direction ends with the name; a tooltip has no such bounds.
    expect(page).toContain("<bdi>支部\u202Egpj.exe</bdi>")
    expect(page).toContain("<title>支部\uFFFDgpj.exe 80.00</title>")
    expect(page).not.toContain("\u001B")
  })

  it("has as many tags and attributes under any name", () => {
    const shape = (name: string) => {
      const page = gradingHtml(reportOf([[name, "80"]]))
      return [count(page, "<"), count(page, '"')]
    }
    const expected = shape("甲")
    const name = fc.oneof(fc.string({ minLength: 1, unit: "binary" }), fc.constantFrom(...hostileNames))
    fc.assert(
      fc.property(name, (text) => {
        expect(shape(text)).toEqual(expected)
      })
    )
  })

  it("draws whatever the totals are: none, one, all equal, at both ends", () => {
    for (const scores of [[], ["80"], ["90", "90", "90"], ["0", "100"]]) {
      const page = gradingHtml(reportOf(scores.map((score) => ["甲", score])))
      expect(page).not.toMatch(/NaN|Infinity|undefined/)
      expect(count(page, "<circle")).toBe(scores.length)
    }
  })

  it("draws no totals that a double cannot hold", () => {
    const huge = "9".repeat(350)
    const rules = bookWith({
      criteria: [{ id: "work", name: "工作", maximum: huge, missing: "block" }],
      fullMarks: huge
    })
    const page = gradingHtml(
      reportOf(
        [
          ["甲", huge],
          ["乙", "80"]
        ],
        rules
      )
    )
    expect(page).not.toMatch(/NaN|Infinity|<circle/)
    expect(page).toContain(`<dd>${huge}</dd>`)
  })

  it("shows the total that was decided on beside the exact one, and what was converted", () => {
    const rules = bookWith({
      convertTo: 10,
      bands: [{ level: "good", from: 0 }],
      rounding: { total: { mode: "halfExpand", digits: 1 } },
      decideOn: "rounded"
    })
    const page = gradingHtml(reportOf([["甲", "89.67"]], rules))
    expect(page).toContain("各项得分按权重合计 89.67，可得 100，折算为 10 分制")
    expect(page).toContain("<dd>8.967</dd>")
    expect(page).toContain("<dd>9.0</dd>")
  })
})
