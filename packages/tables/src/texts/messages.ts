import type { Column, Measure, Subject } from "../errors.ts"

/** The words of one language for what a table holds. */
export interface Words {
  readonly columns: Readonly<Record<Column, string>>
  readonly subjects: Readonly<Record<Subject, string>>
  readonly measures: Readonly<Record<Measure, string>>
}
