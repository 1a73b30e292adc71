// The application's own table: who may score, and who has.
import type { Query } from "./database.ts"

export interface Rater {
  readonly id: string
  readonly name: string
  readonly panel: string
  /** When the sheets came in; empty before. */
  readonly submitted: string
}

const panels = [
  { panel: "review", name: "考评员", count: 4 },
  { panel: "students", name: "学生代表", count: 6 }
]

/** Makes the table and its rows, where they are not there yet. */
export const makeRaters = async (query: Query): Promise<void> => {
  await query(
    "CREATE TABLE IF NOT EXISTS raters (id VARCHAR(20) PRIMARY KEY, name VARCHAR(40), panel VARCHAR(20), submitted VARCHAR(40))"
  )
  for (const { panel, name, count } of panels)
    for (let n = 1; n <= count; n++)
      await query("INSERT INTO raters VALUES (?, ?, ?, '') ON CONFLICT DO NOTHING", [
        `${panel}-${n}`,
        `${name} ${n}`,
        panel
      ])
}

const toRater = (row: Record<string, unknown>): Rater => ({
  id: String(row["id"]),
  name: String(row["name"]),
  panel: String(row["panel"]),
  submitted: String(row["submitted"])
})

export const allRaters = async (query: Query): Promise<Array<Rater>> =>
  (await query("SELECT * FROM raters ORDER BY id")).map(toRater)

export const findRater = async (query: Query, id: string): Promise<Rater | undefined> =>
  (await query("SELECT * FROM raters WHERE id = ?", [id])).map(toRater)[0]

export const markSubmitted = (query: Query, id: string): Promise<unknown> =>
  query("UPDATE raters SET submitted = ? WHERE id = ? AND submitted = ''", [new Date().toISOString(), id])
