import type { FactDeclaration, FactValue } from "@zhengyou/core"
import type { CompiledBook } from "../../fast/compileBook.ts"
import type { GradingInputs } from "../../GradingInputs.ts"
import type { FactView } from "./ask.ts"
import { finest } from "./readSheets.ts"

/** The facts of a round by row, as conditions read them. */
export type FactRows = ReadonlyMap<string, FactView>

interface FactSink {
  readonly fact: FactDeclaration
  /** 255 for unknown; other facts than flags have values. */
  readonly flags: Uint8Array | undefined
  readonly values: Array<FactValue | undefined>
}

/** Reads a round's facts; nothing where anything may be wrong with them. */
export const readFacts = (
  { book }: CompiledBook,
  { units, facts }: GradingInputs,
  rows: ReadonlyMap<string, number>
): FactRows | undefined => {
  const sinks = book.facts.map((fact): readonly [string, FactSink] => {
    const flags = fact.type === "flag" ? new Uint8Array(units.length).fill(255) : undefined
    const values = new Array<FactValue | undefined>(flags === undefined ? units.length : 0).fill(undefined)
    return [fact.id, { fact, flags, values }]
  })
  const declared = new Map(sinks)
  const tags = { number: "Number", flag: "Flag", level: "Level", date: "Date", text: "Text" } as const
  const levels = new Set(book.ladder.map(({ id }) => id))
  let row = -1
  for (const { unit: id, fact: name, value } of facts) {
    // Facts mostly come in the order of the units.
    if (row < 0 || units[row]?.id !== id) row = units[row + 1]?.id === id ? row + 1 : (rows.get(id) ?? -1)
    const known = declared.get(name)
    if (row < 0 || known === undefined) return undefined
    const { flags, values } = known
    const { type, minimum, maximum } = known.fact
    if (value._tag !== tags[type] || (value._tag === "Level" && !levels.has(value.value))) return undefined
    if (flags !== undefined) {
      if (flags[row] !== 255) return undefined
      flags[row] = Number(value.value === true)
      continue
    }
    if (values[row] !== undefined) return undefined
    if (value._tag === "Number") {
      const { n, d } = value.value
      if (d > finest) return undefined
      if (minimum !== undefined && n * minimum.d < minimum.n * d) return undefined
      if (maximum !== undefined && n * maximum.d > maximum.n * d) return undefined
    }
    values[row] = value
  }
  return new Map(
    sinks.map(([name, { flags, values }]) => [name, flags === undefined ? { values: (row) => values[row] } : { flags }])
  )
}
