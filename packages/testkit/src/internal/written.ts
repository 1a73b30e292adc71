import { type Exact, round } from "@zhengyou/core"

/** A number of at most so many places as rules and marks may have: what is finer is cut off. */
export const written = (x: Exact): Exact => (x.d <= 10n ** 12n ? x : round(x, { mode: "floor", digits: 12 }))
