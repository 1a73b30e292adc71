import { type CalendarDate, type ReadModel, type Recorded, readModel } from "@zhengyou/core"
import type { CasePhase } from "../cases/errors.ts"
import { PromotionCase } from "../cases/PromotionCase.ts"

const id = { type: "text", max: 120 } as const

const columns = {
  phase: { type: "text", max: 40, about: { "zh-CN": "阶段", en: "Phase" } },
  since: { type: "date", about: { "zh-CN": "自何日起", en: "Since" } },
  case: { ...id, about: { "zh-CN": "申请的流名", en: "The stream of the case" } }
} as const

/**
 * The cases of a store by phase (申请进度), those that have been in it longest first.
 *
 * **Details**
 *
 * `streams` is how the names of the streams begin that hold cases, one in each.
 */
export const casesByPhase = (streams: string): ReadModel<typeof columns, "phase" | "since" | "case"> => {
  const to = ({ stream }: Recorded, phase: CasePhase, since: CalendarDate) =>
    [
      { _tag: "Remove", where: { case: stream } },
      { _tag: "Put", row: { phase, since, case: stream } }
    ] as const
  return readModel({
    name: "casesByPhase",
    version: 1,
    about: { "zh-CN": "晋级申请进度", en: "Cases of promotion by phase" },
    columns,
    key: ["phase", "since", "case"],
    streams,
    stored: PromotionCase.stored,
    on: {
      Applied: ({ on }, record) => to(record, "applied", on),
      Admitted: ({ on }, record) => to(record, "admitted", on),
      AdmissionRefused: ({ on }, record) => to(record, "refused", on),
      Reassessed: ({ on }, record) => to(record, "reassessed", on),
      Granted: ({ on }, record) => to(record, "granted", on),
      Declined: ({ on }, record) => to(record, "declined", on),
      NoticePublished: ({ from }, record) => to(record, "onNotice", from),
      Objected: ({ on }, record) => to(record, "suspended", on),
      ObjectionDismissed: ({ on }, record) => to(record, "onNotice", on),
      ObjectionUpheld: ({ on }, record) => to(record, "admitted", on),
      CameIntoForce: ({ on }, record) => to(record, "inForce", on),
      Withdrawn: ({ on }, record) => to(record, "withdrawn", on)
    }
  })
}
