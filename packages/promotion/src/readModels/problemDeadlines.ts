import { type ReadModel, type Recorded, readModel } from "@zhengyou/core"
import { ProblemLedger } from "../ledger/ProblemLedger.ts"

const id = { type: "text", max: 120 } as const

const columns = {
  ledger: { ...id, about: { "zh-CN": "台账的流名", en: "The stream of the ledger" } },
  due: { type: "date", about: { "zh-CN": "期限", en: "Deadline" } },
  unit: { ...id, about: { "zh-CN": "单位", en: "Unit" } },
  problem: { ...id, about: { "zh-CN": "问题", en: "Problem" } },
  owner: { ...id, about: { "zh-CN": "责任人", en: "Owner" } },
  provisional: { type: "flag", about: { "zh-CN": "是否暂定", en: "Whether the deadline is provisional" } }
} as const

/**
 * The lines of ledgers that have a plan and are not closed (整改期限), by deadline: those longest overdue come first.
 *
 * **Details**
 *
 * `streams` is how the names of the streams begin that hold ledgers. A line that is closed is gone; one that is opened again comes back with its
 * next plan.
 */
export const problemDeadlines = (streams: string): ReadModel<typeof columns, "ledger" | "due" | "unit" | "problem"> => {
  const remove = ({ stream }: Recorded, { unit, problem }: { readonly unit: string; readonly problem: string }) =>
    ({ _tag: "Remove", where: { ledger: stream, unit, problem } }) as const
  return readModel({
    name: "problemDeadlines",
    version: 1,
    about: { "zh-CN": "整改期限", en: "Deadlines of open problems" },
    columns,
    key: ["ledger", "due", "unit", "problem"],
    streams,
    stored: ProblemLedger.stored,
    on: {
      RectificationPlanned: ({ unit, problem, rectification: { owner, deadline } }, record) => [
        remove(record, { unit, problem }),
        {
          _tag: "Put",
          row: {
            ledger: record.stream,
            due: deadline.due,
            unit,
            problem,
            owner,
            provisional: deadline.unannounced.length > 0
          }
        }
      ],
      RectificationClosed: (event, record) => [remove(record, event)]
    }
  })
}
