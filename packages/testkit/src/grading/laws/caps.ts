import { compareExact, type Text } from "@zhengyou/core"
import type { Grading, Outcome, Quota, RuleBook } from "@zhengyou/grading"
import type fc from "fast-check"
import { say } from "../../internal/say.ts"
import type { Breach } from "../../Law.ts"
import type { GradingCase, GradingLaw, GradingSetting } from "../GradingLaw.ts"
import { type ReferenceGroup, referenceGroups } from "../reference/quotas.ts"
import { alone, anyRounds, breach, graded, levelOf, summaryOf } from "./support.ts"

const hard = (book: RuleBook, kind: Quota["kind"]) =>
  book.quotas.filter((quota) => quota.kind === kind && quota.force === "hard")

const unlessCaps = ({ book }: GradingSetting): Text | undefined =>
  hard(book, "cap").length === 0 ? say("没有等级设名额上限", "no level has a cap") : undefined

const rounds = (setting: GradingSetting): fc.Arbitrary<GradingCase> => anyRounds(setting, 7).map(alone)

/** What is wrong with one group of one quota. */
const eachGroup = (
  setting: GradingSetting,
  one: GradingCase,
  quotas: ReadonlyArray<Quota>,
  wrong: (quota: Quota, group: ReferenceGroup, grading: Grading, members: ReadonlyArray<Outcome>) => Breach | undefined
): Breach | undefined =>
  graded(setting, one, (grading) => {
    for (const quota of quotas) {
      for (const group of referenceGroups(setting.book, one.inputs, quota)) {
        const members = grading.outcomes.filter(({ unit }) => group.standings.has(unit))
        const found = wrong(quota, group, grading, members)
        if (found !== undefined) return found
      }
    }
    return undefined
  })

const inGroup = ({ level }: Quota, { name }: ReferenceGroup): Text =>
  say(`${level}${name === undefined ? "" : `（${name}）`}`, `${level}${name === undefined ? "" : ` (${name})`}`)

const some = (quota: Quota, group: ReferenceGroup, zh: string, en: string): Text => {
  const words = inGroup(quota, group)
  return typeof words === "string" ? words : say(`${words["zh-CN"]}：${zh}`, `${words.en}: ${en}`)
}

/** Seats are counted of the units that the book says. */
export const seatsCounted: GradingLaw = {
  id: "seats-counted",
  about: "engine",
  says: say("名额按办法所说的基数和取整计算", "seats are a share of the units that the book says, rounded as it says"),
  witness: {
    bug: say("名额分配的取整方法不明：到底是哪一种？", "which apportionment method is this?"),
    source: "super-ienien/percent-round#17"
  },
  unless: ({ book }) => (book.quotas.length === 0 ? say("办法没有比例限额", "the book has no quotas") : undefined),
  cases: rounds,
  examine: (setting, one) =>
    eachGroup(setting, one, setting.book.quotas, (quota, group, grading) => {
      const told = grading.quotas.find(
        ({ kind, level, group: name }) => kind === quota.kind && level === quota.level && name === group.name
      )
      if (told?.seats === group.seats) return undefined
      return {
        expected: some(quota, group, `${group.seats} 个名额`, `${group.seats} seats`),
        found: say(`${told?.seats}`, `${told?.seats}`)
      }
    })
}

const takesSeat = ({ standings }: ReferenceGroup, unit: string): boolean => standings.get(unit)?.takesSeat !== false

/** A cap is kept. */
export const capsHold: GradingLaw = {
  id: "caps-hold",
  about: "engine",
  says: say(
    "设上限的等级不超员，办法写明并列全留的除外",
    "a cap is not exceeded, but by ties where the book lets them stay"
  ),
  witness: {
    bug: say("严与不严的不等号用错，超过了上限配额", "a strict inequality for a weak one exceeds the upper quota"),
    source: "martinlackner/apportionment#1"
  },
  unless: (setting) => {
    const caps = hard(setting.book, "cap")
    return (
      unlessCaps(setting) ??
      (caps.every(({ ties }) => ties === "include")
        ? say("并列全留，可以超员", "ties stay, which may exceed a cap")
        : undefined)
    )
  },
  cases: rounds,
  examine: (setting, one) =>
    eachGroup(
      setting,
      one,
      hard(setting.book, "cap").filter(({ ties }) => ties !== "include"),
      (quota, group, _, members) => {
        const seated = members.filter((outcome) => levelOf(outcome) === quota.level && takesSeat(group, outcome.unit))
        if (seated.length <= group.seats) return undefined
        return {
          expected: some(quota, group, `至多 ${group.seats}`, `at most ${group.seats}`),
          found: say(
            `${seated.length}：${seated.map(({ unit }) => unit).join("、")}`,
            `${seated.length}: ${seated.map(({ unit }) => unit).join(", ")}`
          )
        }
      }
    )
}

const pushedFrom = (quota: Quota, outcome: Outcome) =>
  outcome.reasons.find(
    (reason) => reason._tag === "QuotaPushed" && reason.kind === "cap" && reason.from.id === quota.level
  )

/** A seat is left empty only where the next in line are tied for more seats than there are. */
export const seatsFilled: GradingLaw = {
  id: "seats-filled",
  about: "engine",
  says: say(
    "只要有人因名额落下，名额就坐满了，除非下一位并列而坐不下",
    "where somebody fell for want of a seat, the seats are taken, unless the next in line are tied for more than are left"
  ),
  witness: {
    bug: say("并列在截线上时，全收还是全不收没有说清", "ties at the cut-off: all of them or none was not said"),
    source: "thewca/worldcubeassociation.org#13573"
  },
  unless: unlessCaps,
  cases: rounds,
  examine: (setting, one) =>
    eachGroup(setting, one, hard(setting.book, "cap"), (quota, group, _, members) => {
      const fell = members.filter((outcome) => pushedFrom(quota, outcome) !== undefined)
      const kept = members.filter((outcome) => levelOf(outcome) === quota.level && takesSeat(group, outcome.unit))
      const open = members.filter((outcome) =>
        outcome.reasons.some((reason) => reason._tag === "TiedAtQuota" && reason.level.id === quota.level)
      )
      const tied = fell.filter((outcome) => {
        const reason = pushedFrom(quota, outcome)
        return reason?._tag === "QuotaPushed" && reason.tied
      })
      if (fell.length === 0 || kept.length + open.length >= group.seats || kept.length + tied.length > group.seats)
        return undefined
      return {
        expected: some(quota, group, `${group.seats} 个名额坐满`, `${group.seats} seats taken`),
        found: say(`${kept.length} 个，${fell.length} 个单位落下`, `${kept.length}, and ${fell.length} units fell`)
      }
    })
}

/** Nobody keeps a level before somebody with a higher total. */
export const capsByTotal: GradingLaw = {
  id: "caps-by-total",
  about: "engine",
  says: say("因名额落下的，总分不高于留下的", "who falls for want of a seat has no higher total than who keeps one"),
  witness: {
    bug: say("浏览器与导出按不同次序取前几名", "browser and export take the first few in different orders"),
    source: "instructure/canvas-lms#166"
  },
  unless: unlessCaps,
  cases: rounds,
  examine: (setting, one) =>
    eachGroup(setting, one, hard(setting.book, "cap"), (quota, group, _, members) => {
      const totals = members.flatMap((outcome) =>
        "total" in outcome ? [{ outcome, total: outcome.total.decided }] : []
      )
      const kept = totals.filter(({ outcome }) => levelOf(outcome) === quota.level && takesSeat(group, outcome.unit))
      const fell = totals.filter(({ outcome }) => pushedFrom(quota, outcome) !== undefined)
      for (const low of kept) {
        const high = fell.find(({ total }) => compareExact(total, low.total) > 0)
        if (high !== undefined) return breach(high.outcome.unit, quota.level, summaryOf(high.outcome))
      }
      return undefined
    })
}
