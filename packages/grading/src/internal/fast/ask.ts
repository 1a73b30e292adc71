import {
  type Comparison,
  type Condition,
  compareExact,
  type Exact,
  type FactValue,
  factValueFrom,
  formatFactValue,
  type KnownFacts,
  type Operator
} from "@zhengyou/core"

/** The answers of a condition: 0 it fails, 1 nobody knows, 2 it holds. In this order, `all` is the least and `any` the greatest. */
type Answer = 0 | 1 | 2

/** A condition made ready for blocks: writes the answers of so many rows from one on. */
export type Ask = (from: number, count: number, answers: Uint8Array) => void

/** How many rows are looked at together, few enough for their numbers to stay close to the processor. */
export const blockSize = 2048

/** What a fact is for each row: whole numbers of `1 / scale` with NaN for unknown, 0 and 1 with 255 for unknown, or values. */
export type FactView =
  | { readonly numbers: Float64Array; readonly scale: bigint }
  | { readonly flags: Uint8Array }
  | { readonly values: (row: number) => FactValue | undefined }

const asNumber = (x: bigint): number => {
  const limit = 2n ** 53n
  return x > limit ? Infinity : x < -limit ? -Infinity : Number(x)
}

/** A bound in units of `1 / scale`, rounded both ways: whole numbers compare with these as they do with the bound. */
export const boundOf = ({ n, d }: Exact, scale: bigint): { readonly floor: number; readonly ceil: number } => {
  const [whole, rest] = [(n * scale) / d, (n * scale) % d]
  return { floor: asNumber(rest < 0n ? whole - 1n : whole), ceil: asNumber(rest > 0n ? whole + 1n : whole) }
}

const numbersTest = (op: Operator, stated: ReadonlyArray<Exact>, scale: bigint): ((x: number) => boolean) => {
  const bounds = stated.map((value) => boundOf(value, scale))
  const { floor, ceil } = bounds[0] ?? { floor: 0, ceil: 0 }
  switch (op) {
    case ">=":
      return (x) => x >= ceil
    case ">":
      return (x) => x > floor
    case "<=":
      return (x) => x <= floor
    case "<":
      return (x) => x < ceil
    case "=":
      return (x) => x === floor && floor === ceil
    case "!=":
      return (x) => x !== floor || floor !== ceil
    case "in":
      return (x) => bounds.some((bound) => x === bound.floor && bound.floor === bound.ceil)
  }
}

const compareValues = (a: FactValue, b: FactValue): number => {
  if (a._tag === "Number" && b._tag === "Number") return compareExact(a.value, b.value)
  const [left, right] = [formatFactValue(a), formatFactValue(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

const valuesTest = (op: Operator, stated: ReadonlyArray<FactValue>): ((found: FactValue) => boolean) => {
  const [first] = stated
  if (op === "in") return (found) => stated.some((one) => compareValues(found, one) === 0)
  if (first === undefined) return () => false
  if (first._tag === "Flag") return (found) => (found._tag === "Flag" && found.value === first.value) === (op === "=")
  const test = (meets: (order: number) => boolean) => (found: FactValue) => meets(compareValues(found, first))
  switch (op) {
    case ">=":
      return test((order) => order >= 0)
    case ">":
      return test((order) => order > 0)
    case "<=":
      return test((order) => order <= 0)
    case "<":
      return test((order) => order < 0)
    case "=":
      return test((order) => order === 0)
    case "!=":
      return test((order) => order !== 0)
  }
}

/** Answers for flags, by a table: what a loop takes as arguments, it need not look up again for every row. */
const answerFlags = (flags: Uint8Array, byFlag: Uint8Array, from: number, count: number, answers: Uint8Array): void => {
  for (let i = 0; i < count; i++) answers[i] = byFlag[flags[from + i] as number] as number
}

const askOne = (comparison: Comparison, known: KnownFacts, view: FactView): Ask => {
  const { fact, op, value, ifUnknown } = comparison
  const unknown: Answer = ifUnknown === undefined ? 1 : ifUnknown ? 2 : 0
  const type = known.get(fact)?.type ?? "text"
  const stated = (typeof value === "object" ? value : [value]).flatMap((one) => factValueFrom(type, one) ?? [])
  if ("numbers" in view) {
    const test = numbersTest(
      op,
      stated.flatMap((one) => (one._tag === "Number" ? [one.value] : [])),
      view.scale
    )
    const { numbers } = view
    return (from, count, answers) => {
      for (let i = 0; i < count; i++) {
        const x = numbers[from + i] ?? Number.NaN
        answers[i] = Number.isNaN(x) ? unknown : test(x) ? 2 : 0
      }
    }
  }
  if ("flags" in view) {
    const [first] = stated
    const wanted = (first?._tag === "Flag" && first.value) === (op === "=") ? 1 : 0
    const { flags } = view
    const byFlag = new Uint8Array(256)
    byFlag[wanted] = 2
    byFlag[255] = unknown
    return (from, count, answers) => answerFlags(flags, byFlag, from, count, answers)
  }
  const { values } = view
  const test = valuesTest(op, stated)
  return (from, count, answers) => {
    for (let i = 0; i < count; i++) {
      const found = values(from + i)
      answers[i] = found === undefined ? unknown : test(found) ? 2 : 0
    }
  }
}

/** Makes a condition ready for blocks of at most so many rows; it is known to fit the facts. */
export const askOf = (
  condition: Condition,
  known: KnownFacts,
  viewOf: (fact: string) => FactView,
  block: number
): Ask => {
  if ("fact" in condition) return askOne(condition, known, viewOf(condition.fact))
  if ("not" in condition) {
    const inner = askOf(condition.not, known, viewOf, block)
    return (from, count, answers) => {
      inner(from, count, answers)
      for (let i = 0; i < count; i++) answers[i] = 2 - (answers[i] ?? 1)
    }
  }
  const isAll = "all" in condition
  const parts = (isAll ? condition.all : condition.any).map((one) => askOf(one, known, viewOf, block))
  const own = new Uint8Array(block)
  return (from, count, answers) => {
    answers.fill(isAll ? 2 : 0, 0, count)
    for (const part of parts) {
      part(from, count, own)
      for (let i = 0; i < count; i++) {
        const [before, now] = [answers[i] ?? 1, own[i] ?? 1]
        answers[i] = isAll === now < before ? now : before
      }
    }
  }
}
