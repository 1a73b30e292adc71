import * as Schema from "effect/Schema"

/**
 * A stretch of a text as it was written: from one place up to, and without, another.
 *
 * **Details**
 *
 * Places are counted in UTF-16 code units, as `String.prototype.slice` counts them.
 */
export const Span = Schema.Struct({ from: Schema.Int, to: Schema.Int }).annotate({ identifier: "Span" })
export interface Span extends Schema.Schema.Type<typeof Span> {}
