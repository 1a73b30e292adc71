import { type ReadModel, readModel } from "@zhengyou/core"
import { PledgeLifecycle } from "../lifecycle/PledgeLifecycle.ts"

const id = { type: "text", max: 120 } as const

const columns = {
  unit: { ...id, about: { "zh-CN": "单位", en: "Unit" } },
  on: { type: "date", about: { "zh-CN": "公开日期", en: "Published on" } },
  stream: { ...id, about: { "zh-CN": "承诺的流名", en: "The stream of the pledge" } },
  channel: { type: "text", max: 40, about: { "zh-CN": "公开方式", en: "Channel" } }
} as const

/**
 * When each pledge was made public (示诺): what `publicationCoverage` counts.
 *
 * **Details**
 *
 * A pledge that is withdrawn later was public all the same. `streams` is how the names of the streams begin that hold pledges.
 */
export const pledgePublications = (streams: string): ReadModel<typeof columns, "unit" | "on" | "stream"> =>
  readModel({
    name: "pledgePublications",
    version: 1,
    about: { "zh-CN": "公开承诺情况", en: "Publications of pledges" },
    columns,
    key: ["unit", "on", "stream"],
    streams,
    stored: PledgeLifecycle.stored,
    on: {
      PledgePublished: ({ unit, on, channel }, { stream }) => [{ _tag: "Put", row: { unit, on, stream, channel } }]
    }
  })
