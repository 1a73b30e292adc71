import * as Schema from "effect/Schema"

/** Input that cannot be used: one line for each fault, ready to print. */
export class BadInput extends Schema.TaggedError<BadInput>("@zhengyou/cli/BadInput")("BadInput", {
  lines: Schema.NonEmptyArray(Schema.String)
}) {
  override get message(): string {
    return this.lines.join("\n")
  }
}

/** A disk, a folder or a store that does not do what is asked of it, though the input is sound. */
export class Trouble extends Schema.TaggedError<Trouble>("@zhengyou/cli/Trouble")("Trouble", { line: Schema.String }) {
  override get message(): string {
    return this.line
  }
}
