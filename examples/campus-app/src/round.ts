// The appraisal: the commands that the application gives, and what it reads.
import {
  dateUnsafe,
  exactUnsafe,
  GradingRound,
  gradingRounds,
  type Operations,
  type RoundCommand,
  type RoundState,
  unitOutcomes
} from "zhengyou"
import { book, criteria, units } from "./book.ts"

/** The name under which the round of 2026 is recorded. */
const stream = "grading-round/2026"

/** Tables that follow from the record, for pages and for whoever asks the database. */
export const readModels = [gradingRounds("grading-round/"), unitOutcomes("grading-round/")]

/** The day in China, wherever the server stands. */
const today = () => dateUnsafe(new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format())

/** Gives the round a command. The same id again changes nothing: whoever clicks twice has clicked once. */
const give = async (store: Operations, actor: string, commandId: string, command: RoundCommand): Promise<void> => {
  const meta = { commandId, actor, at: new Date().toISOString() }
  await store.execute(GradingRound, stream, command, { today: today() }, meta)
}

/** Where the round stands, with everything that was recorded. */
export const readRound = async (store: Operations): Promise<RoundState> =>
  (await store.load(GradingRound, stream)).state

/** Plans and opens the round; every process of the application may do it when it starts. */
export const openRound = async (store: Operations): Promise<void> => {
  const plan = { title: "2026 年服务窗口评定", book, units, assignments: [] }
  await give(store, "office", "plan", { _tag: "PlanRound", plan })
  await give(store, "office", "open", { _tag: "OpenRound" })
}

/** Submits all sheets of a rater, or none of them. A mark is text as it was typed: it never becomes a float. */
export const submitSheets = (
  store: Operations,
  rater: { readonly id: string; readonly panel: string },
  markOf: (unit: string, criterion: string) => string
): Promise<void> => {
  const sheetFor = (unit: string) => ({
    unit,
    panel: rater.panel,
    rater: rater.id,
    scores: Object.fromEntries(criteria.map(({ id }) => [id, exactUnsafe(markOf(unit, id))]))
  })
  const [first, ...rest] = units.map(({ id }) => sheetFor(id))
  if (first === undefined) return Promise.resolve()
  return give(store, rater.id, `sheets-${rater.id}`, { _tag: "SubmitSheets", sheets: [first, ...rest] })
}

/** Ends the scoring and grades. */
export const gradeRound = async (store: Operations): Promise<void> => {
  await give(store, "office", "seal", { _tag: "SealRound" })
  await give(store, "office", "grade", { _tag: "GradeRound" })
}
