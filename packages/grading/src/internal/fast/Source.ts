import type { CalendarDate, Unit } from "@zhengyou/core"
import type { UnitInputs } from "../standUnit.ts"
import type { FactView } from "./ask.ts"

/** What a door knows of a round, by rows. */
export interface Source {
  readonly size: number
  readonly asOf: CalendarDate | undefined
  readonly lotSeed: string | undefined
  readonly unit: (row: number) => Unit
  /** A fact that the book declares. */
  readonly fact: (name: string) => FactView
  /** Everything that is given about a unit, as the ordinary engine reads it. */
  readonly inputs: (row: number) => UnitInputs
}
