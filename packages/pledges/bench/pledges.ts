// How long the review of pledges takes, and how it grows: copies among n pledges and n earlier ones, and the checks of wording. Beside it, in the same run, a comparison of
// every pair. Prints times; the same pairs must come out.
import { strict as assert } from "node:assert"
import { exactUnsafe } from "@zhengyou/core"
import {
  compileWording,
  defaultCopyRules,
  defaultWording,
  findCopies,
  type PledgeText,
  shinglesOf
} from "@zhengyou/pledges"

/** Numbers that look random and are the same in every run. */
let state = 42
const below = (limit: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor((state / 2_147_483_648) * limit)
}
const oneOf = (list: ReadonlyArray<string>): string => list[below(list.length)] ?? ""

const times = ["6月底前", "年底前", "本学期", "暑假前", "自3月起每周五下午", "全年", "第三季度内", "国庆前"]
const deeds = ["走访", "帮扶", "维修", "讲授", "整理", "慰问", "培训", "登记", "改造", "清洗", "翻译", "辅导"]
const whom = [
  "学生宿舍",
  "困难新生",
  "退休教师",
  "社区老人",
  "毕业班学生",
  "实验设备",
  "教学楼教室",
  "图书资料",
  "党员档案",
  "校友企业"
]
const ways = ["名单", "照片", "台账", "签到表", "成绩单", "回执", "服务单", "会议纪要"]
const seen = [
  "在公示栏公布",
  "报党委备案",
  "由辅导员签字",
  "上传学院网站",
  "存入党员档案",
  "由学生代表核对",
  "每季度通报"
]
const head = "一二三四五六七八九十学院机关社区后勤实验教务图书信息外语数理化工材料电子".split("")

/** A pledge of two sentences: phrases that many use, with words of its own between them. */
const pledgeText = (): string => {
  const own = Array.from({ length: 6 + below(30) }, () => String.fromCharCode(0x4e00 + below(3000))).join("")
  const sentence = () =>
    `${oneOf(times)}${oneOf(deeds)}${oneOf(head)}${oneOf(whom)}${1 + below(200)}次，${oneOf(ways)}${oneOf(seen)}`
  return `${sentence()}，${own}。${sentence()}。`
}

/** The same with another figure and a word or two changed. */
const changed = (text: string): string =>
  text.replaceAll(/[0-9]+次/g, () => `${1 + below(200)}次`).replace(oneOf(deeds), oneOf(deeds))

/** Earlier pledges, and new ones of which one in ten is copied from them, one in a hundred from a text that everybody has. */
const yearsOf = (n: number): readonly [ReadonlyArray<PledgeText>, ReadonlyArray<PledgeText>] => {
  const earlier = Array.from({ length: n }, (_, i) => ({ id: `e${i}`, text: pledgeText() }))
  const model = pledgeText()
  const texts = Array.from({ length: n }, (_, i) => {
    const draw = below(100)
    const text = draw === 0 ? changed(model) : draw <= 10 ? changed(earlier[below(n)]?.text ?? "") : pledgeText()
    return { id: `p${i}`, text }
  })
  return [texts, earlier]
}

/** How many pairs reach the threshold: every new text with every other new one and every earlier one. */
const everyPair = (texts: ReadonlyArray<PledgeText>, earlier: ReadonlyArray<PledgeText>): number => {
  const sorted = [...texts, ...earlier].map(({ text }) => Float64Array.from(shinglesOf(text)).sort())
  const { n, d } = { n: Number(defaultCopyRules.threshold.n), d: Number(defaultCopyRules.threshold.d) }
  let pairs = 0
  for (let i = 0; i < texts.length; i++)
    for (let j = 0; j < sorted.length; j++) {
      const [a, b] = [sorted[i], sorted[j]]
      if (i === j || a === undefined || b === undefined) continue
      let [x, y, shared] = [0, 0, 0]
      while (x < a.length && y < b.length) {
        const [s = 0, t = 0] = [a[x], b[y]]
        if (s === t) shared += 1
        if (s <= t) x += 1
        if (t <= s) y += 1
      }
      if (shared * d >= n * (a.length + b.length - shared)) pairs += 1
    }
  return pairs
}

const timed = <A>(work: () => A): readonly [A, number] => {
  const started = performance.now()
  const result = work()
  return [result, performance.now() - started]
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`.padStart(10)

const { findingsIn } = compileWording(defaultWording)
assert.deepEqual(defaultCopyRules.threshold, exactUnsafe("0.6"))
// Once without a clock, so that the first row is not the price of compiling.
findCopies(...yearsOf(500), defaultCopyRules)

console.log("n pledges against n earlier ones; copies at a similarity of 0.6\n")
console.log("         n    copies   wording   every pair     pairs")
let perPair = 0
for (const n of [300, 1000, 3000, 10_000, 30_000]) {
  const [texts, earlier] = yearsOf(n)
  const [copied, copying] = timed(() => findCopies(texts, earlier, defaultCopyRules))
  const [findings, wording] = timed(() => texts.map(({ text }) => findingsIn(text).length))
  assert.equal(findings.length, n)
  const pairs = copied.reduce((sum, { copies }) => sum + copies, 0)
  let naive: string
  if (n <= 1000) {
    const [all, comparing] = timed(() => everyPair(texts, earlier))
    assert.equal(pairs, all)
    perPair = comparing / (n * (2 * n - 1))
    naive = `${seconds(comparing)}  `
  } else naive = `${seconds(perPair * n * (2 * n - 1))} *`
  console.log(`${String(n).padStart(10)}${seconds(copying)}${seconds(wording)}  ${naive}${String(pairs).padStart(8)}`)
}
console.log("\n* not run: the time for a pair in the last row that was run, times the pairs")
