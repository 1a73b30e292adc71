import type { Id, Tally, Text } from "@zhengyou/core"
import type { BoxedBallot, CountTable, Formula, Invited, Questionnaire, Withholding } from "@zhengyou/satisfaction"
import { say } from "../internal/say.ts"
import type { CaseTable, Law, LawSetting, ShownCase } from "../Law.ts"
import type { SatisfactionEngine } from "./SatisfactionEngine.ts"

/** The rules of a survey (测评办法): who is asked what, and how the answers become a rate. */
export interface SatisfactionRules {
  readonly questionnaire: Questionnaire
  readonly formula: Formula
}

/** What laws of satisfaction are held against: a questionnaire with its formula, and an engine. */
export interface SatisfactionSetting extends LawSetting<SatisfactionCase> {
  readonly rules: SatisfactionRules
  readonly engine: SatisfactionEngine
}

/** What came in (收回情况): the ballots counted, how many were given out, and how many people each group was drawn from where that is known. */
export interface SurveyCounts {
  readonly tally: Tally
  readonly invited: ReadonlyArray<Invited>
  readonly populations?: ReadonlyMap<Id, number>
}

/** One case of a law: a survey's counts, ballots one by one, a table to be published, or a row of per cents. */
export type SatisfactionCase =
  | {
      readonly _tag: "Survey"
      readonly counts: SurveyCounts
      /** The survey that the law compares the first with, where it compares two. */
      readonly varied?: {
        readonly change: Text
        readonly counts?: SurveyCounts
        readonly questionnaire?: Questionnaire
      }
    }
  | { readonly _tag: "Ballots"; readonly here: ReadonlyArray<BoxedBallot>; readonly there: ReadonlyArray<BoxedBallot> }
  | { readonly _tag: "Table"; readonly table: CountTable; readonly withholding: Withholding }
  | { readonly _tag: "Row"; readonly counts: ReadonlyArray<number>; readonly digits: number }

/** A law of satisfaction. */
export type SatisfactionLaw = Law<SatisfactionSetting, SatisfactionCase>

const countTables = ({ tally, invited, populations }: SurveyCounts, when: Text): ReadonlyArray<CaseTable> => {
  const titled = (zh: string, en: string): Text => {
    const { "zh-CN": zhWhen = "", en: enWhen = "" } = typeof when === "string" ? {} : when
    return say(`${zh}${zhWhen}`, `${en}${enWhen}`)
  }
  const given = new Map(invited.map(({ subject, group, ...numbers }) => [`${subject}\n${group}`, numbers]))
  return [
    {
      title: titled("收回", "returned"),
      head: ["subject", "group", "ballots", "issued", "due"],
      rows: tally.returned.map(({ subject, group, ballots }) => {
        const { issued = "", due = "" } = given.get(`${subject}\n${group}`) ?? {}
        return [subject, group, `${ballots}`, `${issued}`, `${due}`]
      })
    },
    {
      title: titled("得票", "answers"),
      head: ["subject", "group", "question", "choice", "ballots"],
      rows: tally.choices.map(({ subject, group, question, choice, ballots }) => [
        subject,
        group,
        question,
        choice,
        `${ballots}`
      ])
    },
    {
      title: titled("总体", "drawn from"),
      head: ["group", "people"],
      rows: [...(populations ?? [])].map(([group, people]) => [group, `${people}`])
    }
  ]
}

const ballotTable = (title: Text, ballots: ReadonlyArray<BoxedBallot>): CaseTable => {
  const questions = [...new Set(ballots.flatMap(({ answers }) => Object.keys(answers)))]
  return {
    title,
    head: ["subject", "group", ...questions],
    rows: ballots.map(({ subject, group, answers }) => [subject, group, ...questions.map((id) => answers[id] ?? "")])
  }
}

/** A case as small tables. */
export const showSatisfactionCase = (one: SatisfactionCase): ShownCase => {
  switch (one._tag) {
    case "Survey":
      return {
        tables: [
          ...countTables(one.counts, ""),
          ...(one.varied?.counts === undefined
            ? []
            : countTables(one.varied.counts, say("（变动后）", " after the change")))
        ],
        change: one.varied?.change
      }
    case "Ballots":
      return {
        tables: [
          ballotTable(say("此处的票", "ballots here"), one.here),
          ballotTable(say("彼处的票", "there"), one.there)
        ]
      }
    case "Table":
      return {
        tables: [
          {
            title: say(
              `不足 ${one.withholding.minimum} 的不公布`,
              `counts below ${one.withholding.minimum} are withheld`
            ),
            head: (one.table[0] ?? []).map((_, c) => `c${c + 1}`),
            rows: one.table.map((row) => row.map(String))
          },
          {
            title: say("上次未公布", "withheld earlier"),
            head: ["row", "column"],
            rows: (one.withholding.earlier ?? []).map(({ row, column }) => [`${row + 1}`, `${column + 1}`])
          }
        ]
      }
    case "Row":
      return {
        tables: [
          {
            title: say(`保留 ${one.digits} 位`, `to ${one.digits} places`),
            head: one.counts.map((_, i) => `c${i + 1}`),
            rows: [one.counts.map(String)]
          }
        ]
      }
  }
}
