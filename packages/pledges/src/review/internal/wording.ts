import type { Pledge } from "../../Pledge.ts"
import type { CompiledWording } from "../../text/compileWording.ts"
import type { CopiedText } from "../../text/findCopies.ts"
import { copiedFinding, type TextFinding } from "../../text/TextFinding.ts"
import type { Found } from "./Found.ts"

/** What a text lacks may stand in a field of its own instead. */
const isGivenElsewhere = ({ target, term, verification }: Pledge, { _tag }: TextFinding): boolean => {
  switch (_tag) {
    case "NoMeasure":
      return target?.value !== undefined
    case "NoBaseline":
      return target?.baseline !== undefined
    case "NoTime":
      return term !== undefined
    case "NoEvidence":
      return verification !== undefined
    default:
      return false
  }
}

/** A measure is part of a pledge: it need not say again when, how much and where that is seen. */
const concernsMeasures: ReadonlySet<TextFinding["_tag"]> = new Set(["HiddenText", "VagueWording", "Slogan"] as const)

/** What the words of a pledge lack, or have too much of. */
export const wordingFinds = (
  pledge: Pledge,
  { findingsIn }: CompiledWording,
  copy: CopiedText | undefined
): ReadonlyArray<Found> => {
  const copied = copy === undefined ? undefined : copiedFinding(copy)
  return [
    ...findingsIn(pledge.content)
      .filter((problem) => !isGivenElsewhere(pledge, problem))
      .map((problem) => ({ path: ["content"], problem })),
    ...pledge.measures.flatMap((measure, i) =>
      findingsIn(measure)
        .filter(({ _tag }) => concernsMeasures.has(_tag))
        .map((problem) => ({ path: ["measures", i], problem }))
    ),
    ...(copied === undefined ? [] : [{ path: ["content"], problem: copied }])
  ]
}
