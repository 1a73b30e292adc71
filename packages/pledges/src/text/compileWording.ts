import type { Exact } from "@zhengyou/core"
import { findingsIn } from "./internal/checks.ts"
import { textReader } from "./internal/ReadText.ts"
import { originalSpan } from "./normalise.ts"
import type { Span } from "./Span.ts"
import type { TextFinding } from "./TextFinding.ts"
import type { Wording } from "./Wording.ts"

/** A number in a text, and what it counts: empty where nothing is said. */
export interface Quantity {
  readonly span: Span
  readonly value: Exact
  readonly unit: string
}

/** The checks of a vocabulary, ready to be used on any number of texts. */
export interface CompiledWording {
  /** What a text lacks or has too much of, check by check; of one kind at most twenty. */
  readonly findingsIn: (text: string) => ReadonlyArray<TextFinding>
  /** The numbers of a text that count something: not its dates, ordinals and set phrases. */
  readonly quantitiesIn: (text: string) => ReadonlyArray<Quantity>
}

/**
 * Makes the checks of wording (审诺文字检查) of a vocabulary.
 *
 * **Details**
 *
 * The checks look for words and numbers, and know no grammar: what they find is for a reviewer to judge. A sentence ends with a full stop, semicolon, question or
 * exclamation mark or a line; a clause with a comma or colon, too.
 *
 * @example
 * ```ts
 * import { compileWording, defaultWording } from "@zhengyou/pledges"
 *
 * const { findingsIn } = compileWording(defaultWording)
 * findingsIn("进一步加强学习。").map(({ _tag }) => _tag) // => ["VagueWording", "NoMeasure", "NoTime", "NoEvidence"]
 * findingsIn("6月底前走访学生宿舍12间，走访记录在公示栏公布。") // => []
 * ```
 */
export const compileWording = (wording: Wording): CompiledWording => {
  const read = textReader(wording)
  return {
    findingsIn: (text) => findingsIn(read(text)),
    quantitiesIn: (text) => {
      const { normal, quantities } = read(text)
      return quantities.map(({ from, to, value, unit }) => ({ span: originalSpan(normal, from, to), value, unit }))
    }
  }
}
