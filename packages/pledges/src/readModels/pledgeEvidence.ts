import { type ReadModel, type Recorded, readModel } from "@zhengyou/core"
import { PledgeLifecycle } from "../lifecycle/PledgeLifecycle.ts"

const id = { type: "text", max: 120 } as const

const columns = {
  stream: { ...id, about: { "zh-CN": "承诺的流名", en: "The stream of the pledge" } },
  version: { type: "integer", about: { "zh-CN": "流中的序号", en: "Place of the record in its stream" } },
  number: { type: "integer", about: { "zh-CN": "该次的第几件", en: "Which piece of the record" } },
  on: { type: "date", about: { "zh-CN": "日期", en: "Day" } },
  by: { ...id, about: { "zh-CN": "提交人", en: "Who gave it" } },
  evidence: { type: "text", max: 2000, about: { "zh-CN": "佐证", en: "Evidence" } }
} as const

/**
 * The evidence of each pledge in the order in which it was given (践诺佐证), each piece cut to 2000 characters.
 *
 * **Details**
 *
 * `streams` is how the names of the streams begin that hold pledges.
 */
export const pledgeEvidence = (streams: string): ReadModel<typeof columns, "stream" | "version" | "number"> => {
  const put = (
    { evidence, on, by }: { readonly evidence: ReadonlyArray<string>; readonly on: string; readonly by: string },
    { stream, version }: Recorded
  ) =>
    evidence.map((piece, i) => {
      const cut = Array.from(piece.replaceAll("\u0000", "")).slice(0, 2000).join("")
      return { _tag: "Put", row: { stream, version, number: i + 1, on, by, evidence: cut } } as const
    })
  return readModel({
    name: "pledgeEvidence",
    version: 1,
    about: { "zh-CN": "践诺佐证", en: "Evidence of pledges" },
    columns,
    key: ["stream", "version", "number"],
    streams,
    stored: PledgeLifecycle.stored,
    on: { ProgressRecorded: put, PledgeReported: put }
  })
}
