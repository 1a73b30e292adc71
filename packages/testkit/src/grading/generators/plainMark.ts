import { exactUnsafe, times } from "@zhengyou/core"
import type { Criterion, Mark } from "@zhengyou/grading"
import { written } from "../../internal/written.ts"

/** One of seven plain marks of a criterion, from none of it to all of it. */
export const plainMark = (criterion: Criterion, pick: number): Mark => {
  const { maximum, scoring } = criterion
  const share = exactUnsafe(`${pick}/6`)
  switch (scoring.kind) {
    case "points":
      return written(times(maximum, share))
    case "outOf":
      return written(times(scoring.of, share))
    case "anchors":
      return scoring.anchors[pick % scoring.anchors.length]?.label ?? ""
    case "letters":
      return scoring.letters[pick % scoring.letters.length]?.label ?? ""
    case "rate":
      return scoring.steps[pick % scoring.steps.length]?.from ?? exactUnsafe(0)
    default:
      return exactUnsafe(pick + 1)
  }
}
