import {
  dateUnsafe,
  type Exact,
  exactUnsafe,
  type FactDeclaration,
  type FactValue,
  isAtLeast,
  type Ladder,
  minus,
  plus,
  type Scalar
} from "@zhengyou/core"
import { daysLater } from "./months.ts"
import { written } from "./written.ts"

const number = (value: Exact): FactValue => ({ _tag: "Number", value })

const steps: ReadonlyArray<Exact> = ["0", "0.001", "1"].map(exactUnsafe)

const isWithin = ({ minimum, maximum }: FactDeclaration, x: Exact): boolean =>
  (minimum === undefined || isAtLeast(x, minimum)) && (maximum === undefined || isAtLeast(maximum, x))

/** Numbers within a fact's bounds: those the book compares with and their neighbours, its bounds, and some between. */
const numbersFor = (declared: FactDeclaration, stated: ReadonlyArray<Exact>): ReadonlyArray<Exact> => {
  const { minimum, maximum } = declared
  const bounds = [minimum, maximum].flatMap((bound) => bound ?? [])
  const base = minimum ?? (maximum === undefined ? exactUnsafe(0) : minus(maximum, exactUnsafe(1)))
  const some = ["0", "1/4", "1/2", "3/4", "1", "5", "60", "90", "100"].map((x) => plus(base, exactUnsafe(x)))
  const near = stated.flatMap((x) => steps.flatMap((step) => [plus(x, step), minus(x, step)]))
  return [...bounds, ...near, ...some].map(written).filter((x) => isWithin(declared, x))
}

/** The values that a fact may have under rules that compare it with some: those, their neighbours, and others within its bounds. */
export const valuesNear = (
  declared: FactDeclaration,
  stated: ReadonlyArray<Scalar>,
  ladder: Ladder
): ReadonlyArray<FactValue> => {
  switch (declared.type) {
    case "number":
      return numbersFor(
        declared,
        stated.map((x) => exactUnsafe(typeof x === "boolean" ? 0 : x))
      ).map(number)
    case "flag":
      return [false, true].map((value) => ({ _tag: "Flag", value }))
    case "level":
      return ladder.map(({ id }) => ({ _tag: "Level", value: id }))
    case "date": {
      const days = [...stated.map(String), "2012-12-31"].map(dateUnsafe)
      return days
        .flatMap((day) => [day, daysLater(day, -1), daysLater(day, 1)])
        .map((value) => ({ _tag: "Date", value }))
    }
    case "text":
      return [...stated.map(String), "other"].map((value) => ({ _tag: "Text", value }))
  }
}
