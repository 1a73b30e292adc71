import { CalendarDate, Exact, Id, Text } from "@zhengyou/core"
import { Finding } from "@zhengyou/pledges"
import * as Schema from "effect/Schema"
import { pledgeOutcomes } from "./pledges/view.ts"

/**
 * What a review of pledges found as other programs read it: `zhengyou/pledge-review@1`.
 *
 * **Details**
 *
 * It is for reviewers: it names every pledge, those that are not to be published as well, though never why one is oral only. `notice` has the ids of the pledges
 * for publication.
 */
export const PledgesResult = Schema.Struct({
  format: Schema.Literal("zhengyou/pledge-review@1"),
  title: Text,
  policy: Schema.Struct({ id: Id, version: Id, title: Text }),
  asOf: CalendarDate,
  pledges: Schema.Array(
    Schema.Struct({
      id: Id,
      kind: Schema.Literals(["branch", "unit", "member"]),
      unit: Id,
      unitName: Text,
      pledger: Text,
      category: Schema.optionalKey(Id),
      content: Schema.String,
      measures: Schema.Array(Schema.String),
      visibility: Schema.Literals(["Public", "OralOnly", "ByReceivingOrganisation"]),
      outcome: Schema.Literals(pledgeOutcomes),
      findings: Schema.Array(
        Schema.Struct({
          ...Finding.fields,
          text: Schema.Struct({ "zh-CN": Schema.String, en: Schema.String })
        })
      )
    })
  ),
  notice: Schema.Array(Id),
  coverage: Schema.Struct({
    publishBy: CalendarDate,
    units: Schema.Int,
    inTime: Schema.Array(Id),
    late: Schema.Array(Schema.Struct({ unit: Id, on: CalendarDate })),
    /** The units that have a pledge, but none published. */
    unpublished: Schema.Array(Id),
    /** The units without any pledge. */
    none: Schema.Array(Id),
    share: Schema.optionalKey(Exact)
  })
}).annotate({ identifier: "PledgesResult" })
export interface PledgesResult extends Schema.Schema.Type<typeof PledgesResult> {}
