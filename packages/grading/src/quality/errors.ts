import * as Schema from "effect/Schema"
import { qualityTextEn } from "./texts/en.ts"

/** Scores whose common denominator has more digits than are computed with. */
export class ScoresTooFine extends Schema.TaggedError<ScoresTooFine>("@zhengyou/grading/ScoresTooFine")(
  "ScoresTooFine",
  { digits: Schema.Int }
) {
  override get message(): string {
    return qualityTextEn.ScoresTooFine(this)
  }
}
