import { type ReadModel, type Recorded, readModel, textIn } from "@zhengyou/core"
import { decidingReason, type Grading } from "../Outcome.ts"
import { GradingRound } from "./GradingRound.ts"

const id = { type: "text", max: 120 } as const
const word = { type: "text", max: 40 } as const

const roundColumns = {
  round: { ...id, about: { "zh-CN": "轮次的流名", en: "The stream of the round" } },
  title: { type: "text", max: 2000, about: { "zh-CN": "名称", en: "Title" } },
  titleEn: { type: "text", max: 2000, about: { "zh-CN": "英文名称", en: "English title" } },
  book: { ...id, about: { "zh-CN": "规则", en: "Rule book" } },
  bookVersion: { ...id, about: { "zh-CN": "规则版本", en: "Version of the rule book" } },
  units: { type: "integer", about: { "zh-CN": "单位数", en: "Number of units" } },
  phase: { ...word, about: { "zh-CN": "阶段", en: "Phase" } },
  noticeFrom: { type: "date", optional: true, about: { "zh-CN": "公示首日", en: "First day of the notice" } },
  noticeUntil: { type: "date", optional: true, about: { "zh-CN": "公示末日", en: "Last day of the notice" } },
  confirmedOn: { type: "date", optional: true, about: { "zh-CN": "确认日期", en: "Day of confirmation" } }
} as const

/**
 * The rounds of a store (轮次一览): one row for each, with its phase and the days of its notice.
 *
 * **Details**
 *
 * `streams` is how the names of the streams begin that hold rounds, such as `grading-round/`.
 */
export const gradingRounds = (streams: string): ReadModel<typeof roundColumns, "round"> => {
  const set = (
    { stream }: Recorded,
    values: {
      readonly phase: string
      readonly noticeFrom?: string
      readonly noticeUntil?: string
      readonly confirmedOn?: string | null
    }
  ) => [{ _tag: "Update", where: { round: stream }, values } as const]
  return readModel({
    name: "gradingRounds",
    version: 1,
    about: { "zh-CN": "评定轮次", en: "Grading rounds" },
    columns: roundColumns,
    key: ["round"],
    streams,
    stored: GradingRound.stored,
    on: {
      RoundPlanned: ({ plan: { title, book, units } }, { stream }) => [
        {
          _tag: "Put",
          row: {
            round: stream,
            title: textIn(title, "zh-CN"),
            titleEn: textIn(title, "en"),
            book: book.id,
            bookVersion: book.version,
            units: units.length,
            phase: "planned",
            noticeFrom: null,
            noticeUntil: null,
            confirmedOn: null
          }
        }
      ],
      RoundOpened: (_, record) => set(record, { phase: "open" }),
      RoundSealed: (_, record) => set(record, { phase: "sealed" }),
      RoundGraded: (_, record) => set(record, { phase: "graded" }),
      RoundAmended: (_, record) => set(record, { phase: "graded", confirmedOn: null }),
      NoticePublished: ({ from, until }, record) =>
        set(record, { phase: "onNotice", noticeFrom: from, noticeUntil: until }),
      RoundConfirmed: ({ on }, record) => set(record, { phase: "confirmed", confirmedOn: on })
    }
  })
}

const outcomeColumns = {
  unit: { ...id, about: { "zh-CN": "单位", en: "Unit" } },
  round: { ...id, about: { "zh-CN": "轮次的流名", en: "The stream of the round" } },
  outcome: { ...word, about: { "zh-CN": "结果类别", en: "Kind of outcome, such as Graded" } },
  level: { ...id, optional: true, about: { "zh-CN": "等级", en: "Level" } },
  total: { type: "text", max: 10_000, optional: true, about: { "zh-CN": "总分", en: "Total as it is shown" } },
  rank: { type: "integer", optional: true, about: { "zh-CN": "名次", en: "Rank" } },
  decidedBy: { ...word, about: { "zh-CN": "决定性理由", en: "The reason that decided" } },
  book: { ...id, about: { "zh-CN": "规则", en: "Rule book" } },
  bookVersion: { ...id, about: { "zh-CN": "规则版本", en: "Version of the rule book" } },
  semantics: { ...id, about: { "zh-CN": "计算语义版本", en: "Version of the engine's meaning" } },
  confirmedOn: { type: "date", optional: true, about: { "zh-CN": "确认日期", en: "Day of confirmation" } }
} as const

/** A row for each outcome, in the place of the one of an earlier grading of the round. */
const rowsOf = ({ book, outcomes, receipt }: Grading, { stream }: Recorded) =>
  outcomes.map(
    (outcome) =>
      ({
        _tag: "Put",
        row: {
          unit: outcome.unit,
          round: stream,
          outcome: outcome._tag,
          level: "level" in outcome ? outcome.level : null,
          total: "total" in outcome ? outcome.total.shown : null,
          rank: "rank" in outcome ? outcome.rank : null,
          decidedBy: decidingReason(outcome)._tag,
          book: book.id,
          bookVersion: book.version,
          semantics: receipt.semantics,
          confirmedOn: null
        }
      }) as const
  )

/**
 * What became of each unit in each round (各单位历次结果): the outcomes of the grading in force.
 *
 * **When to use**
 *
 * For the history of a unit's levels: ask for the rows of the unit. A level counts from the day on which its round was
 * confirmed; an amendment takes that day away until the round is confirmed again.
 *
 * **Details**
 *
 * `streams` is how the names of the streams begin that hold rounds, such as `grading-round/`.
 */
export const unitOutcomes = (streams: string): ReadModel<typeof outcomeColumns, "unit" | "round"> =>
  readModel({
    name: "unitOutcomes",
    version: 1,
    about: { "zh-CN": "各单位历次评定结果", en: "Outcomes of units by round" },
    columns: outcomeColumns,
    key: ["unit", "round"],
    streams,
    stored: GradingRound.stored,
    on: {
      RoundGraded: ({ grading }, record) => rowsOf(grading, record),
      RoundAmended: ({ grading }, record) => rowsOf(grading, record),
      RoundConfirmed: ({ on }, { stream }) => [
        { _tag: "Update", where: { round: stream }, values: { confirmedOn: on } }
      ]
    }
  })
