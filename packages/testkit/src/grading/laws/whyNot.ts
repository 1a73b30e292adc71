import { type Exact, levelRank, plus } from "@zhengyou/core"
import type { GradingInputs, RuleBook } from "@zhengyou/grading"
import * as Result from "effect/Result"
import fc from "fast-check"
import { say } from "../../internal/say.ts"
import type { GradingLaw } from "../GradingLaw.ts"
import { anyRounds, breach, figure, graded, levelOf, outcomeOf, pick, rankOf } from "./support.ts"

const extra = "zhengyou-testkit-extra"

/** The book with one more bonus on the total, which has no end. */
const withExtra = (book: RuleBook): RuleBook => ({
  ...book,
  quotas: [],
  gates: [],
  adjustments: [...book.adjustments, { id: extra, name: extra, kind: "bonus", on: { total: true } }],
  rounding: Object.fromEntries(Object.entries(book.rounding).filter(([step]) => step !== "adjustment"))
})

const givenTo = (inputs: GradingInputs, unit: string, points: Exact): GradingInputs => ({
  ...inputs,
  awards: [...(inputs.awards ?? []), { unit, adjustment: extra, item: extra, points }]
})

const tiny: Exact = { n: 1n, d: 10n ** 12n }

/** What is said to be short of a level is exactly what is short of it. */
export const whyNotFlips: GradingLaw = {
  id: "why-not-flips",
  about: "engine",
  says: say(
    "“还差几分”属实：补上就达到该等级，少补一点就达不到",
    "the points said to be short of a level are: with them the unit has it, with a little less it has not"
  ),
  witness: {
    bug: say(
      "投票结果只说没有过半，不说差几票",
      "a result says that there is no majority, not how many votes are missing"
    ),
    source: "OpenSlides/OpenSlides#2258"
  },
  unless: ({ book }) => {
    if (book.rounding.adjustment !== undefined)
      return say("加减分要取整，补的分也会被取整", "adjustments are rounded, and so would be what is added")
    return book.bands.length < 2 ? say("只有一个分数段", "there is one band only") : undefined
  },
  cases: (setting) =>
    fc.tuple(anyRounds(setting, 2), fc.nat(5)).map(([inputs, which]) => ({
      inputs,
      unit: inputs.units[0]?.id ?? "",
      about: pick(setting.book.bands.slice(0, -1), which)?.level ?? ""
    })),
  examine: (setting, one) => {
    const { book, engine } = setting
    const [unit, level] = [one.unit ?? "", one.about ?? ""]
    const open: RuleBook = { ...withExtra(book) }
    const why = engine.whyNot(open, one.inputs, unit, level)
    if (Result.isFailure(why)) return breach(unit, say("一个答复", "an answer"), say("被拒绝", "a refusal"))
    const short = why.success.obstacles.find((obstacle) => obstacle._tag === "PointsShort")
    if (short?._tag !== "PointsShort") return undefined
    const { strict } = short
    // Points finer than grading takes them cannot be added.
    if (short.short.d > 10n ** 12n) return undefined
    const enough = strict ? plus(short.short, tiny) : short.short
    const less = strict ? short.short : plus(short.short, { n: -1n, d: 10n ** 12n })
    if (enough.d > 10n ** 12n || less.d > 10n ** 12n || less.n < 0n) return undefined
    const aim = levelRank(book.ladder, level)
    const change = say(`给 ${unit} 补 ${figure(enough)} 分`, `${figure(enough)} points given to ${unit}`)
    const inputs = givenTo(one.inputs, unit, less)
    return graded(
      { ...setting, book: open },
      { inputs, varied: { change, inputs: givenTo(one.inputs, unit, enough) } },
      (before, after) => {
        const [low, high] = [outcomeOf(before, unit), outcomeOf(after, unit)]
        const [from, to] = [rankOf(book, low), rankOf(book, high)]
        if (to === undefined || to > aim)
          return breach(
            unit,
            say(`补 ${figure(enough)} 分后 ${level}`, `${level} with ${figure(enough)} points more`),
            levelOf(high)
          )
        if (from !== undefined && from <= aim)
          return breach(
            unit,
            say(`补 ${figure(less)} 分还不到 ${level}`, `not yet ${level} with ${figure(less)} points more`),
            levelOf(low)
          )
        return undefined
      }
    )
  }
}
