import { CalendarDate, Named, Path } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { faultLines } from "../internal/faultLines.ts"
import { promotionTextEn } from "../texts/en.ts"

const unit = Schema.String
const level = Schema.optionalKey(Schema.String)

/** Why a movement table does not close: each names the unit that does not add up. */
export const AccountProblem = Schema.TaggedUnion({
  ListedTwice: { unit },
  LevelUnknown: { unit, level: Schema.String },
  NotThereBefore: { unit },
  ThereBefore: { unit },
  MoveNotFromInForce: { unit, from: level, inForce: level },
  ChangedTwice: { unit },
  MissingAfter: { unit, level },
  UnaccountedFor: { unit, level },
  LevelDiffers: { unit, expected: level, found: level }
})
export type AccountProblem = typeof AccountProblem.Type

/** Lists of levels and changes between which some units do not add up. */
export class AccountsDoNotClose extends Schema.TaggedError<AccountsDoNotClose>(
  "@zhengyou/promotion/AccountsDoNotClose"
)("AccountsDoNotClose", { faults: Schema.Array(Schema.Struct({ path: Path, problem: AccountProblem })) }) {
  override get message(): string {
    return faultLines(promotionTextEn.AccountsDoNotClose(this), this.faults)
  }
}

/** A second day that is before the first. */
export class DatesReversed extends Schema.TaggedError<DatesReversed>("@zhengyou/promotion/DatesReversed")(
  "DatesReversed",
  { from: CalendarDate, to: CalendarDate }
) {
  override get message(): string {
    return promotionTextEn.DatesReversed(this)
  }
}

/** More units that leave a level than it has. */
export class MoreLeaveThanThere extends Schema.TaggedError<MoreLeaveThanThere>(
  "@zhengyou/promotion/MoreLeaveThanThere"
)("MoreLeaveThanThere", { level: Named, units: Schema.Int, leaving: Schema.Int }) {
  override get message(): string {
    return promotionTextEn.MoreLeaveThanThere(this)
  }
}

/** A count for a level that the ladder does not have. */
export class NoSuchLevel extends Schema.TaggedError<NoSuchLevel>("@zhengyou/promotion/NoSuchLevel")("NoSuchLevel", {
  level: Schema.String,
  known: Schema.Array(Schema.String)
}) {
  override get message(): string {
    return promotionTextEn.NoSuchLevel(this)
  }
}
