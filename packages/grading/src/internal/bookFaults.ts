import { formatPath } from "@zhengyou/core"
import type { RuleBookShape } from "../RuleBook.ts"
import { type BookFaults, duplicates, fault } from "./book/BookProblem.ts"
import { criteriaFaults } from "./book/criteriaFaults.ts"
import { levelFaults } from "./book/levelFaults.ts"
import { panelFaults } from "./book/panelFaults.ts"

const lists = ["ladder", "panels", "facts", "adjustments", "gates", "eligibility", "recognitions"] as const

const doubledIds = (book: RuleBookShape): BookFaults =>
  lists.flatMap((list) =>
    duplicates(
      book[list].map(({ id }, i) => ({ id, path: [list, i, "id"] })),
      formatPath
    )
  )

const reservedNames = (book: RuleBookShape): BookFaults =>
  book.facts.flatMap(({ id }, i) =>
    /^(unit|score)\./.test(id) ? [fault(["facts", i, "id"], { _tag: "ReservedName", id })] : []
  )

const validity = ({ valid }: RuleBookShape): BookFaults =>
  valid?.until !== undefined && valid.until < valid.from
    ? [fault(["valid", "until"], { _tag: "ValidityEndsFirst", from: valid.from, until: valid.until })]
    : []

const factBounds = (book: RuleBookShape): BookFaults =>
  book.facts.flatMap(({ id, type, minimum, maximum }, i) =>
    type !== "number" && (minimum !== undefined || maximum !== undefined)
      ? [fault(["facts", i], { _tag: "BoundsOfNoNumber", fact: id })]
      : []
  )

/** Every fault between the parts of a rule book. */
export const bookFaults = (book: RuleBookShape): BookFaults => [
  ...doubledIds(book),
  ...reservedNames(book),
  ...validity(book),
  ...factBounds(book),
  ...criteriaFaults(book),
  ...panelFaults(book),
  ...(book.decideOn === "rounded" && book.rounding.total === undefined
    ? [fault(["decideOn"], { _tag: "NoTotalRounding" })]
    : []),
  ...levelFaults(book)
]
