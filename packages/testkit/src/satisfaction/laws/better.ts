import { compareExact, mergeTallies } from "@zhengyou/core"
import fc from "fast-check"
import { say } from "../../internal/say.ts"
import type { SatisfactionCase, SatisfactionLaw, SatisfactionSetting, SurveyCounts } from "../SatisfactionLaw.ts"
import { asSurvey, bothMeasured, breach, choicesOfKind, someCounts, summaryOf, weighed } from "./support.ts"

/** Counts in which some ballots of one cell have the next better answer. */
const improved = (setting: SatisfactionSetting, counts: SurveyCounts): fc.Arbitrary<SatisfactionCase> => {
  const moves = counts.tally.choices.flatMap((cell) => {
    const question = setting.rules.questionnaire.questions.find(({ id }) => id === cell.question)
    const rated = question === undefined ? [] : choicesOfKind(setting, question, "rated")
    const better = rated[rated.indexOf(cell.choice) - 1]
    return better === undefined ? [] : [{ cell, better }]
  })
  if (moves.length === 0) return fc.constant({ _tag: "Survey", counts })
  return fc.constantFrom(...moves).chain(({ cell, better }) =>
    fc.integer({ min: 1, max: cell.ballots }).map((moved): SatisfactionCase => {
      const rest = counts.tally.choices.filter((own) => own !== cell)
      const { subject, group, question, choice, ballots } = cell
      const parts = [
        { ...cell, ballots: ballots - moved },
        { ...cell, choice: better, ballots: moved }
      ]
      return {
        _tag: "Survey",
        counts,
        varied: {
          change: say(
            `${group} 对 ${subject} 的 ${question}，${moved} 票由 ${choice} 改为更好的 ${better}`,
            `${question} about ${subject} in ${group}: ${moved} of the ${choice} become ${better}, which is better`
          ),
          counts: {
            ...counts,
            tally: mergeTallies({ returned: counts.tally.returned, choices: rest }, { returned: [], choices: parts })
          }
        }
      }
    })
  )
}

/** Better answers never lower the rate. */
export const betterNeverLowers: SatisfactionLaw = {
  id: "better-never-lowers",
  about: "book",
  says: say("答得更好，满意度不会降低", "better answers never lower the rate"),
  witness: {
    bug: say(
      "四个题目的分值方向反了，总分因此错",
      "four items are keyed the wrong way round, so that the total is wrong"
    ),
    source: "ben-domingue/irw#2114"
  },
  unless: (setting) =>
    weighed(setting).some((question) => choicesOfKind(setting, question, "rated").length > 1)
      ? undefined
      : say("没有题目有两个以上表态的选项", "no question has two choices that say an opinion"),
  cases: (setting) => someCounts(setting).chain((counts) => improved(setting, counts)),
  examine: (setting, one) => {
    const survey = asSurvey(one)
    return (
      survey &&
      bothMeasured(setting, survey, (first, second) => {
        for (const [i, before] of first.entries()) {
          const after = second[i]
          if (before._tag === "NotMeasured") continue
          if (after?._tag !== "Measured" || compareExact(after.rate, before.rate) < 0)
            return breach(
              before.subject,
              say(`不低于 ${summaryOf(before)}`, `no less than ${summaryOf(before)}`),
              summaryOf(after)
            )
        }
        return undefined
      })
    )
  }
}
