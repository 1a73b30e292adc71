import { mergeTallies } from "@zhengyou/core"
import type { Invited } from "@zhengyou/satisfaction"
import fc from "fast-check"
import { say } from "../../internal/say.ts"
import { choicesOf, placesOf } from "../generators/places.ts"
import type { SatisfactionCase, SatisfactionLaw, SatisfactionSetting } from "../SatisfactionLaw.ts"
import {
  always,
  asSurvey,
  bothMeasured,
  breach,
  choicesOfKind,
  firstOtherwise,
  someCounts,
  weighed
} from "./support.ts"

const raised = (
  invited: ReadonlyArray<Invited>,
  subject: string,
  group: string,
  more: number
): ReadonlyArray<Invited> =>
  invited.map(({ issued, due, ...row }) => {
    const by = row.subject === subject && row.group === group ? more : 0
    return {
      ...row,
      ...(issued === undefined ? {} : { issued: issued + by }),
      ...(due === undefined ? {} : { due: due + by })
    }
  })

/** "Don't know" never moves a figure that leaves it out. */
export const dontKnowAside: SatisfactionLaw = {
  id: "dont-know-aside",
  about: "engine",
  says: say(
    "公式不计“不了解”的，多几张“不了解”的票，满意度不变",
    "where don't know is excluded, more such ballots never move a rate"
  ),
  witness: {
    bug: say("无效票也算进分母", "per cents are of all votes cast, invalid ones too"),
    source: "OpenSlides/OpenSlides#1335"
  },
  unless: (setting) => {
    if (setting.rules.formula.neutral !== "excluded") return say("公式给“不了解”计分", "the formula counts don't know")
    return weighed(setting).every((question) => choicesOfKind(setting, question, "neutral").length > 0)
      ? undefined
      : say("有题目没有“不了解”一项", "a question has no choice of don't know")
  },
  cases: (setting) =>
    fc
      .tuple(someCounts(setting), fc.nat(50), fc.integer({ min: 1, max: 20 }))
      .map(([counts, which, more]): SatisfactionCase => {
        const { returned } = counts.tally
        const cell = returned[which % Math.max(1, returned.length)]
        if (cell === undefined) return { _tag: "Survey", counts }
        const { subject, group } = cell
        const choices = weighed(setting).flatMap((question) =>
          choicesOfKind(setting, question, "neutral")
            .slice(0, 1)
            .map((choice) => ({ subject, group, question: question.id, choice, ballots: more }))
        )
        const tally = mergeTallies(counts.tally, { returned: [{ subject, group, ballots: more }], choices })
        return {
          _tag: "Survey",
          counts,
          varied: {
            change: say(
              `${group} 对 ${subject} 多 ${more} 票“不了解”`,
              `${more} ballots more of ${group} about ${subject} say don't know`
            ),
            counts: { ...counts, tally, invited: raised(counts.invited, subject, group, more) }
          }
        }
      }),
  examine: (setting, one) => {
    const survey = asSurvey(one)
    return (
      survey &&
      bothMeasured(setting, survey, (first, second) => {
        // More ballots may lift a figure over its floor, so only those that there were before are compared.
        const had = first.filter(({ _tag }) => _tag === "Measured")
        return firstOtherwise(had, second)
      })
    )
  }
}

const ownPlaces = ({ rules }: SatisfactionSetting) =>
  rules.questionnaire.subjects.flatMap((subject) => placesOf(rules.questionnaire, subject).filter(({ isOwn }) => isOwn))

/** What a unit's own people say of it counts nowhere. */
export const ownUnitAside: SatisfactionLaw = {
  id: "own-unit-aside",
  about: "engine",
  says: say(
    "本单位的人对本单位投的票，不影响满意度和参评率",
    "what a unit's own people say of it moves neither its rate nor its turnout"
  ),
  witness: {
    bug: say("汇总里的平均包括自评", "the summary counts what people say of themselves"),
    source: "TEAMMATES/teammates#6887"
  },
  unless: (setting) =>
    ownPlaces(setting).length > 0
      ? undefined
      : say("没有本单位人员的票箱", "no group has a box for a unit's own people"),
  cases: (setting) => {
    const own = ownPlaces(setting)
    const some = fc.record({
      which: fc.nat(own.length - 1),
      ballots: fc.integer({ min: 1, max: 30 }),
      choice: fc.nat(9),
      kept: fc.nat(30)
    })
    return fc.tuple(someCounts(setting), some).map(([counts, { which, ballots, choice, kept }]): SatisfactionCase => {
      const { subject = "", box = "" } = own[which] ?? {}
      const cell = { subject, group: box }
      const choices = setting.rules.questionnaire.questions.flatMap((question) => {
        const offered = choicesOf(setting.rules.questionnaire, question)
        const said = offered[choice % offered.length]
        return said === undefined ? [] : [{ ...cell, question: question.id, choice: said.id, ballots }]
      })
      const others = counts.invited.filter((row) => row.subject !== subject || row.group !== box)
      const came = counts.tally.returned.find((row) => row.subject === subject && row.group === box)?.ballots ?? 0
      const issued = came + ballots + kept
      return {
        _tag: "Survey",
        counts,
        varied: {
          change: say(
            `${subject} 自己的人（${box}）多投 ${ballots} 票`,
            `${ballots} ballots more of the people of ${subject} (${box})`
          ),
          counts: {
            ...counts,
            tally: mergeTallies(counts.tally, { returned: [{ ...cell, ballots }], choices }),
            invited: [...others, { ...cell, issued, due: issued }]
          }
        }
      }
    })
  },
  examine: (setting, one) => {
    const survey = asSurvey(one)
    return (
      survey &&
      bothMeasured(setting, survey, (first, second) => {
        for (const figure of first) {
          const other = second.find(({ subject }) => subject === figure.subject)
          if (figure._tag !== "Measured" || other?._tag !== "Measured") continue
          const [a, b] = [figure, other].map(({ returned, issued, due }) => `${returned}/${issued}/${due}`)
          if (a !== b) return breach(figure.subject, a ?? "", b ?? "")
        }
        return firstOtherwise(first, second)
      })
    )
  }
}

/** The order of groups and of counts does not matter. */
export const groupOrder: SatisfactionLaw = {
  id: "group-order",
  about: "engine",
  says: say(
    "群体和计数的排列次序不影响满意度，也不影响可比性",
    "the order in which groups and counts are listed moves no rate and keeps it comparable"
  ),
  witness: {
    bug: say(
      "页面与导出的表排序不同，结果也不同",
      "the page and the exported file sort in their own ways and have other results"
    ),
    source: "instructure/canvas-lms#166"
  },
  unless: always,
  cases: (setting) =>
    someCounts(setting).map((counts): SatisfactionCase => {
      const { questionnaire } = setting.rules
      const [last, ...others] = questionnaire.groups.toReversed()
      const { returned, choices } = counts.tally
      return {
        _tag: "Survey",
        counts,
        varied: {
          change: say("群体与计数倒序排列", "groups and counts in the reverse order"),
          questionnaire: { ...questionnaire, groups: last === undefined ? questionnaire.groups : [last, ...others] },
          counts: {
            tally: { returned: returned.toReversed(), choices: choices.toReversed() },
            invited: counts.invited.toReversed()
          }
        }
      }
    }),
  examine: (setting, one) => {
    const survey = asSurvey(one)
    return (
      survey &&
      bothMeasured(setting, survey, (first, second) => {
        for (const [i, figure] of first.entries()) {
          const other = second[i]
          if (figure._tag !== "Measured" || other?._tag !== "Measured") continue
          if (figure.comparabilityKey !== other.comparabilityKey)
            return breach(figure.subject, figure.comparabilityKey, other.comparabilityKey)
        }
        return firstOtherwise(first, second)
      })
    )
  }
}
