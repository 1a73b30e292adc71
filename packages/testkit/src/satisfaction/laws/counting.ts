import { mergeTallies, type Tally } from "@zhengyou/core"
import type { BallotColumns, BoxedBallot } from "@zhengyou/satisfaction"
import * as Result from "effect/Result"
import fc from "fast-check"
import { say } from "../../internal/say.ts"
import type { Breach } from "../../Law.ts"
import { ballotsFor } from "../generators/ballots.ts"
import { choicesOf } from "../generators/places.ts"
import type { SatisfactionLaw, SatisfactionSetting } from "../SatisfactionLaw.ts"
import { always, breach } from "./support.ts"

const someBallots: SatisfactionLaw["cases"] = ({ rules }) =>
  fc
    .tuple(ballotsFor(rules.questionnaire), ballotsFor(rules.questionnaire))
    .map(([here, there]) => ({ _tag: "Ballots", here, there }))

const refused = say("被拒绝", "refused")

const counted = ({ engine, rules }: SatisfactionSetting, ballots: ReadonlyArray<BoxedBallot>): Tally | undefined => {
  const found = engine.countBallots(rules.questionnaire, ballots, "refuse")
  return Result.isSuccess(found) ? found.success.tally : undefined
}

const cellsOf = ({ returned, choices }: Tally): ReadonlyArray<string> => [
  ...returned.map(({ subject, group, ballots }) => `${subject} ${group}: ${ballots}`),
  ...choices.map(
    ({ subject, group, question, choice, ballots }) => `${subject} ${group} ${question} ${choice}: ${ballots}`
  )
]

/** What one tally has and the other has not, either way. */
const difference = (expected: Tally | undefined, found: Tally | undefined): Breach | undefined => {
  if (expected === undefined || found === undefined) {
    const text = (tally: Tally | undefined) => (tally === undefined ? refused : say("计票结果", "a tally"))
    return expected === found ? undefined : breach(undefined, text(expected), text(found))
  }
  const [a, b] = [cellsOf(expected), cellsOf(found)]
  const without = (some: ReadonlyArray<string>, others: ReadonlyArray<string>) =>
    some.filter((cell) => !others.includes(cell))
  const [missing, extra] = [without(a, b), without(b, a)]
  return missing.length + extra.length === 0
    ? undefined
    : breach(undefined, missing.join(", ") || "–", extra.join(", ") || "–")
}

/** Ballots counted in two places and merged are ballots counted at once. */
export const mergedAsOnce: SatisfactionLaw = {
  id: "merged-as-once",
  about: "engine",
  says: say(
    "分开计票再合并，与一起计票相同，先后不论",
    "ballots counted in two places and merged, in whatever order, are ballots counted at once"
  ),
  witness: {
    bug: say("两台机器的票分别上传，没有合并", "the tallies of two uploads are not combined"),
    source: "Election-Tech-Initiative/electionguard-python#754"
  },
  unless: always,
  cases: someBallots,
  examine: (setting, one) => {
    if (one._tag !== "Ballots") return undefined
    const [here, there] = [counted(setting, one.here), counted(setting, one.there.toReversed())]
    const merged = here && there && mergeTallies(there, here)
    return difference(merged, counted(setting, [...one.here, ...one.there]))
  }
}

/** Every ballot is counted once, and each of its answers. */
export const everyBallotOnce: SatisfactionLaw = {
  id: "every-ballot-once",
  about: "engine",
  says: say(
    "每一票计一次，空白票也计入收回；每个答案计一次",
    "every ballot is counted once, blank ones too, and so is every answer"
  ),
  witness: {
    bug: say("统计里的答案比收到的多", "more answers are counted than there are"),
    source: "TEAMMATES/teammates#10456"
  },
  unless: always,
  cases: someBallots,
  examine: (setting, one) => {
    if (one._tag !== "Ballots") return undefined
    const ballots = [...one.here, ...one.there]
    const single = ballots.map(
      ({ subject, group, answers }): Tally => ({
        returned: [{ subject, group, ballots: 1 }],
        choices: Object.entries(answers).map(([question, choice]) => ({ subject, group, question, choice, ballots: 1 }))
      })
    )
    return difference(mergeTallies(...single), counted(setting, ballots))
  }
}

const columnsOf = ({ engine, rules }: SatisfactionSetting, ballots: ReadonlyArray<BoxedBallot>): BallotColumns => {
  const { questionnaire } = rules
  const groups = engine.ballotGroups(questionnaire)
  const codes = (of: (ballot: BoxedBallot) => number) => ballots.map(of)
  return {
    subjects: Uint16Array.from(codes(({ subject }) => questionnaire.subjects.indexOf(subject))),
    groups: Uint8Array.from(codes(({ group }) => groups.indexOf(group))),
    answers: Object.fromEntries(
      questionnaire.questions.map((question) => {
        const choices = choicesOf(questionnaire, question).map(({ id }) => id)
        return [question.id, Uint8Array.from(codes(({ answers }) => choices.indexOf(answers[question.id] ?? "") + 1))]
      })
    )
  }
}

/** Ballots in columns are counted as ballots one by one. */
export const columnsAsBallots: SatisfactionLaw = {
  id: "columns-as-ballots",
  about: "engine",
  says: say("按列计票与逐票计票相同", "ballots in columns are counted as they are one by one"),
  witness: {
    bug: say(
      "自定分值的答案，页面上算得对，导出时按位置变成别的分值",
      "answers with values of their own are right on the page and exported as others"
    ),
    source: "PoetOS/moodle-mod_questionnaire#163"
  },
  unless: ({ engine, rules: { questionnaire } }) => {
    const most = Math.max(...questionnaire.scales.map(({ choices }) => choices.length))
    const fits =
      questionnaire.subjects.length <= 65_536 && engine.ballotGroups(questionnaire).length <= 256 && most <= 255
    return fits
      ? undefined
      : say("单位、票箱或选项多于列所能编号", "there are more units, boxes or choices than a column has numbers for")
  },
  cases: someBallots,
  examine: (setting, one) => {
    if (one._tag !== "Ballots") return undefined
    const ballots = [...one.here, ...one.there]
    const byColumns = setting.engine.countBallotColumns(setting.rules.questionnaire, columnsOf(setting, ballots))
    return difference(counted(setting, ballots), Result.isSuccess(byColumns) ? byColumns.success : undefined)
  }
}
