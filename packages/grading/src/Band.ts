import { compareExact, type Exact, Id } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { NonNegative } from "./internal/numbers.ts"

/** The totals that reach a level (分数段): from `from`, included, up to the next band's `from`, excluded. */
export const Band = Schema.Struct({ level: Id, from: NonNegative }).annotate({ identifier: "Band" })
export interface Band extends Schema.Schema.Type<typeof Band> {}

/** The band that a total falls in, or nothing where it is below them all. Bands stand best first. */
export const bandOf = (bands: ReadonlyArray<Band>, total: Exact): Band | undefined =>
  bands.find((band) => compareExact(total, band.from) >= 0)
