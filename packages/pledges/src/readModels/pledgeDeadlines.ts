import { type Deadline, isProvisional, type ReadModel, type Recorded, readModel } from "@zhengyou/core"
import { PledgeLifecycle } from "../lifecycle/PledgeLifecycle.ts"

const id = { type: "text", max: 120 } as const

const columns = {
  due: { type: "date", about: { "zh-CN": "完成时限", en: "Deadline" } },
  unit: { ...id, about: { "zh-CN": "单位", en: "Unit" } },
  stream: { ...id, about: { "zh-CN": "承诺的流名", en: "The stream of the pledge" } },
  owner: { ...id, optional: true, about: { "zh-CN": "责任人", en: "Owner" } },
  provisional: { type: "flag", about: { "zh-CN": "是否暂定", en: "Whether the deadline is provisional" } }
} as const

interface Listed {
  readonly unit: string
  readonly owner?: string
  readonly deadline: Deadline
}

/**
 * The pledges that are public and not reported as done, by deadline (践诺时限): the overdue ones come first.
 *
 * **Details**
 *
 * A pledge is overdue on a day that is later than its `due`. `streams` is how the names of the streams begin that hold pledges.
 */
export const pledgeDeadlines = (streams: string): ReadModel<typeof columns, "due" | "unit" | "stream"> => {
  const remove = ({ stream }: Recorded) => ({ _tag: "Remove", where: { stream } }) as const
  const list = ({ unit, owner, deadline }: Listed, record: Recorded) =>
    [
      remove(record),
      {
        _tag: "Put",
        row: {
          due: deadline.due,
          unit,
          stream: record.stream,
          owner: owner ?? null,
          provisional: isProvisional(deadline)
        }
      }
    ] as const
  return readModel({
    name: "pledgeDeadlines",
    version: 1,
    about: { "zh-CN": "践诺时限", en: "Deadlines of public pledges" },
    columns,
    key: ["due", "unit", "stream"],
    streams,
    stored: PledgeLifecycle.stored,
    on: {
      PledgePublished: list,
      AmendmentAccepted: list,
      ReportSentBack: list,
      DeadlineRecomputed: (event, record) => (event.isPublic ? list(event, record) : []),
      PledgeReported: (_, record) => [remove(record)],
      PledgeVerified: (_, record) => [remove(record)],
      PledgeWithdrawn: (_, record) => [remove(record)]
    }
  })
}
