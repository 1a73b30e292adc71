import { CalendarDate, Path } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { faultLines } from "../internal/faultLines.ts"
import { promotionTextEn } from "../texts/en.ts"

/** What can be wrong with a change of levels or units. */
export const RegisterProblem = Schema.TaggedUnion({
  UnitExists: { unit: Schema.String },
  /** The unit is not in the register, or not there on that day. */
  UnitNotThere: { unit: Schema.String, on: CalendarDate },
  NotOnLadder: { level: Schema.String, known: Schema.Array(Schema.String) },
  /** A move that does not start from the level in force. */
  NotInForce: { unit: Schema.String, from: Schema.String, inForce: Schema.optionalKey(Schema.String) },
  /** A change on or before the day of the unit's latest one. */
  NotAfterLatest: { unit: Schema.String, on: CalendarDate, latest: CalendarDate },
  NoMove: { unit: Schema.String, level: Schema.String },
  NamedTwice: { unit: Schema.String },
  MergesIntoItself: { unit: Schema.String }
})
export type RegisterProblem = typeof RegisterProblem.Type

/** Changes of levels or units that are refused, with every fault: none of them was made. */
export class LevelsRefused extends Schema.TaggedError<LevelsRefused>("@zhengyou/promotion/LevelsRefused")(
  "LevelsRefused",
  { faults: Schema.Array(Schema.Struct({ path: Path, problem: RegisterProblem })) }
) {
  override get message(): string {
    return faultLines(promotionTextEn.LevelsRefused(this), this.faults)
  }
}

/** A register that has to be opened first. */
export class RegisterNotOpen extends Schema.TaggedError<RegisterNotOpen>("@zhengyou/promotion/RegisterNotOpen")(
  "RegisterNotOpen",
  {}
) {
  override get message(): string {
    return promotionTextEn.RegisterNotOpen(this)
  }
}

/** A register that is open already. */
export class RegisterIsOpen extends Schema.TaggedError<RegisterIsOpen>("@zhengyou/promotion/RegisterIsOpen")(
  "RegisterIsOpen",
  {}
) {
  override get message(): string {
    return promotionTextEn.RegisterIsOpen(this)
  }
}

/** Every way in which the register refuses a command. */
export type RegisterRefusal = LevelsRefused | RegisterNotOpen | RegisterIsOpen
