import { compareExact, Exact, one, zero } from "@zhengyou/core"
import * as Schema from "effect/Schema"

const Share = Exact.check(
  Schema.makeFilter((share: Exact) => compareExact(share, zero) > 0 && compareExact(share, one) < 0, {
    expected: "a share above 0 and below 1"
  })
)

/**
 * What became of a pledge (兑现情况): fulfilled, to a share, or not; not fulfilled it is excused only with a public explanation.
 */
export const Fulfilment = Schema.TaggedUnion({
  Fulfilled: {},
  PartlyFulfilled: { share: Share },
  NotFulfilled: { excused: Schema.Boolean }
}).annotate({ identifier: "Fulfilment", expected: "Fulfilled, PartlyFulfilled with a share, or NotFulfilled" })
export type Fulfilment = typeof Fulfilment.Type

/** How a pledge was made known (示诺方式): on the web, a board, in a document, at a meeting, or by word of mouth. */
export const Channel = Schema.Literals(["website", "board", "document", "meeting", "oral"])
export type Channel = typeof Channel.Type

/** Where a pledge stands: 未提诺、已提诺、待审诺、已退回、已审诺、已定诺、践诺中、已报结、已核验、已评诺、已撤回. */
export const PledgePhase = Schema.Literals([
  "none",
  "drafted",
  "submitted",
  "returned",
  "passed",
  "approved",
  "published",
  "reported",
  "verified",
  "evaluated",
  "withdrawn"
])
export type PledgePhase = typeof PledgePhase.Type
