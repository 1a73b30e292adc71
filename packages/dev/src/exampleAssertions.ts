import { inspect } from "node:util"
import * as Equal from "effect/Equal"

/** What the examples that ran so far got wrong, one text each. */
export const mismatches: Array<string> = []

const show = (value: unknown): string => inspect(value, { depth: 8, breakLength: 100 })

/** Compares what an example computed with what it promises; `place` is where the promise stands. */
export const same = (place: string, actual: unknown, expected: () => unknown): void => {
  const promised = expected()
  if (!Equal.equals(actual, promised)) mismatches.push(`${place}: got ${show(actual)}, promised ${show(promised)}`)
}
