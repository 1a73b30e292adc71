import * as Schema from "effect/Schema"
import type { CopiedText } from "./findCopies.ts"
import { HiddenCharacters } from "./normalise.ts"
import { Span } from "./Span.ts"

/** Where something stands, and how it reads there. */
const found = { span: Span, words: Schema.String }

/**
 * What the text of a pledge lacks, or has too much of (审诺意见).
 *
 * **Details**
 *
 * What is found in the words names them and their place; what the whole text lacks has the whole text for its place. `Copied` names the nearest of the texts
 * that it is like, and how many they are.
 */
export const TextFinding = Schema.TaggedUnion({
  HiddenText: HiddenCharacters.fields,
  VagueWording: found,
  Slogan: found,
  OrdinaryDuty: found,
  NoMeasure: { span: Span },
  NoBaseline: found,
  NoTime: { span: Span },
  NoEvidence: { span: Span },
  Copied: {
    of: Schema.String,
    among: Schema.Literals(["current", "earlier"]),
    shared: Schema.Int,
    total: Schema.Int,
    copies: Schema.Int
  }
})
export type TextFinding = typeof TextFinding.Type

/** The finding that a text is a copy, of the nearest that it is like; none where it is like nothing. */
export const copiedFinding = ({ copies, nearest }: CopiedText): TextFinding | undefined => {
  const first = nearest[0]
  return first === undefined ? undefined : { _tag: "Copied", ...first, copies }
}
