import * as Schema from "effect/Schema"
import { valueTextEn } from "./texts/en/values.ts"

/** A text or number that is not an exact number. */
export class NotExact extends Schema.TaggedError<NotExact>("@zhengyou/core/NotExact")("NotExact", {
  found: Schema.String
}) {
  override get message(): string {
    return valueTextEn.NotExact(this)
  }
}

/** A division by nought. */
export class DivisionByZero extends Schema.TaggedError<DivisionByZero>("@zhengyou/core/DivisionByZero")(
  "DivisionByZero",
  {
    dividend: Schema.String
  }
) {
  override get message(): string {
    return valueTextEn.DivisionByZero(this)
  }
}

/** A text that is not a day of the calendar. */
export class NotADate extends Schema.TaggedError<NotADate>("@zhengyou/core/NotADate")("NotADate", {
  found: Schema.String
}) {
  override get message(): string {
    return valueTextEn.NotADate(this)
  }
}
