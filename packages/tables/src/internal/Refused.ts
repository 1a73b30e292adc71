import type { TableFault, TableProblem } from "../errors.ts"

/** A fault within one file. */
export type Located = Omit<TableFault, "file">

/** Thrown inside the parsers, whose callbacks cannot be left otherwise; `readTable` turns it into data. */
export class Refused extends Error {
  readonly faults: readonly [Located, ...ReadonlyArray<Located>]

  constructor(faults: readonly [Located, ...ReadonlyArray<Located>]) {
    super(faults[0].problem._tag)
    this.faults = faults
  }
}

/** Leaves the parser with one fault. */
export const refuse = (problem: TableProblem, at: Omit<Located, "problem"> = {}): never => {
  throw new Refused([{ ...at, problem }])
}

/** Leaves the parser with the faults, if there are any. */
export const refuseAll = (faults: ReadonlyArray<Located>): void => {
  const [first, ...rest] = faults
  if (first !== undefined) throw new Refused([first, ...rest])
}
