import { type ReadModel, type Recorded, readModel } from "@zhengyou/core"
import type { PledgePhase } from "../lifecycle/Fulfilment.ts"
import { PledgeLifecycle } from "../lifecycle/PledgeLifecycle.ts"
import type { Pledge } from "../Pledge.ts"

const id = { type: "text", max: 120 } as const

const columns = {
  unit: { ...id, about: { "zh-CN": "单位", en: "Unit" } },
  stream: { ...id, about: { "zh-CN": "承诺的流名", en: "The stream of the pledge" } },
  pledger: { ...id, about: { "zh-CN": "承诺人", en: "Who pledges" } },
  category: { ...id, optional: true, about: { "zh-CN": "类别", en: "Category" } },
  owner: { ...id, optional: true, about: { "zh-CN": "责任人", en: "Owner" } },
  phase: { type: "text", max: 40, about: { "zh-CN": "状态", en: "Phase" } },
  due: { type: "date", optional: true, about: { "zh-CN": "完成时限", en: "Deadline" } },
  level: { ...id, optional: true, about: { "zh-CN": "评诺等次", en: "Level of the evaluation" } }
} as const

/**
 * The pledges of each unit with the state that they are in (承诺台账).
 *
 * **Details**
 *
 * `streams` is how the names of the streams begin that hold pledges, one in each.
 */
export const pledgesByUnit = (streams: string): ReadModel<typeof columns, "unit" | "stream"> => {
  const named = ({ category, owner }: Pledge) => ({ category: category ?? null, owner: owner ?? null })
  const update = (
    { stream }: Recorded,
    values: {
      readonly phase?: PledgePhase
      readonly category?: string | null
      readonly owner?: string | null
      readonly due?: string | null
      readonly level?: string
    }
  ) => [{ _tag: "Update", where: { stream }, values }] as const
  return readModel({
    name: "pledgesByUnit",
    version: 1,
    about: { "zh-CN": "承诺台账", en: "Pledges by unit" },
    columns,
    key: ["unit", "stream"],
    streams,
    stored: PledgeLifecycle.stored,
    on: {
      PledgeDrafted: ({ pledge }, { stream }) => [
        {
          _tag: "Put",
          row: {
            unit: pledge.pledger.unit,
            stream,
            pledger: pledge.pledger.id,
            ...named(pledge),
            phase: "drafted",
            due: null,
            level: null
          }
        }
      ],
      PledgeRevised: ({ pledge }, record) => update(record, { phase: "drafted", ...named(pledge) }),
      PledgeSubmitted: (_, record) => update(record, { phase: "submitted" }),
      PledgeReturned: (_, record) => update(record, { phase: "returned", due: null }),
      PledgePassed: ({ deadline }, record) => update(record, { phase: "passed", due: deadline.due }),
      PledgeApproved: (_, record) => update(record, { phase: "approved" }),
      PledgePublished: (_, record) => update(record, { phase: "published" }),
      AmendmentAccepted: ({ pledge, deadline }, record) => update(record, { ...named(pledge), due: deadline.due }),
      DeadlineRecomputed: ({ deadline }, record) => update(record, { due: deadline.due }),
      PledgeReported: (_, record) => update(record, { phase: "reported" }),
      ReportSentBack: (_, record) => update(record, { phase: "published" }),
      PledgeVerified: (_, record) => update(record, { phase: "verified" }),
      PledgeEvaluated: ({ result }, record) => update(record, { phase: "evaluated", level: result.level.id }),
      PledgeWithdrawn: (_, record) => update(record, { phase: "withdrawn" })
    }
  })
}
