import { exactUnsafe, type Id } from "@zhengyou/core"
import type { Award, RuleBook } from "@zhengyou/grading"
import fc from "fast-check"

/** The awards of one unit under a book, in quarters of a point: none where the book has no adjustments. */
export const awardsFor = (book: RuleBook, unit: Id): fc.Arbitrary<ReadonlyArray<Award>> =>
  awardParts(book).map((parts) => awardsOfParts(unit, parts))

type AwardParts = ReadonlyArray<{ readonly adjustment: string; readonly quarters: number }>

/** The parts of a unit's awards. */
export const awardParts = (book: RuleBook): fc.Arbitrary<AwardParts> =>
  book.adjustments.length === 0
    ? fc.constant([])
    : fc.array(
        fc.record({ adjustment: fc.constantFrom(...book.adjustments.map(({ id }) => id)), quarters: fc.nat(40) }),
        { maxLength: 3 }
      )

/** Awards of their parts. */
export const awardsOfParts = (unit: Id, parts: AwardParts): ReadonlyArray<Award> =>
  parts.map(({ adjustment, quarters }, i) => ({
    unit,
    adjustment,
    item: `item ${i + 1}`,
    points: exactUnsafe(`${quarters}/4`)
  }))
