import { mutant, type PledgeMutant } from "./Mutant.ts"

const state = "lifecycle/PledgeState.ts"
const deadline = (name: string, from: string, to: string): PledgeMutant =>
  mutant(name, "working-days-counted", { file: "Deadline.ts", from, to }, {}, "core")
const rollUp = (name: string, killedBy: string, from: string, to: string): PledgeMutant =>
  mutant(name, killedBy, { file: "evaluation/rollUp.ts", from, to })

/** Faults of what is on record, of deadlines and of totals. */
export const recordMutants: ReadonlyArray<PledgeMutant> = [
  mutant("puts an amendment in the place of the text before it", "history-stays", {
    file: state,
    from: "texts: [...state.texts, { pledge, deadline, on, why:",
    to: "texts: [{ pledge, deadline, on, why:"
  }),
  mutant("forgets the earlier deadlines when one is computed again", "history-stays", {
    file: state,
    from: "deadlines: [...state.deadlines, event.deadline] }",
    to: "deadlines: [event.deadline] }"
  }),
  mutant("is overdue on the last day", "overdue-by-calendar", {
    file: state,
    from: "due !== undefined && due < today",
    to: "due !== undefined && due <= today"
  }),
  mutant("is overdue after it was reported", "overdue-by-calendar", {
    file: state,
    from: `return state.phase === "published" && due`,
    to: `return state.phase !== "evaluated" && due`
  }),
  mutant("keeps the deadline that was before an amendment", "overdue-by-calendar", {
    file: state,
    from: "deadlines: [...state.deadlines, deadline],",
    to: "deadlines: state.deadlines,"
  }),
  mutant("does not store the channel", "stored-and-read", {
    file: "lifecycle/PledgeEvent.ts",
    from: "pledge: Pledge, channel: Channel, where",
    to: "pledge: Pledge, where"
  }),
  deadline("counts one day too many", "counted < count", "counted <= count"),
  deadline(
    "counts the days of the break",
    "if (suspension === undefined && passes(on)) break",
    "if (passes(on)) break"
  ),
  mutant(
    "works on public holidays",
    "working-days-counted",
    {
      file: "WorkCalendar.ts",
      from: "return weekdayOf(day) <= 5 && !calendar",
      to: "return weekdayOf(day) <= 5 || calendar"
    },
    {},
    "core"
  ),
  rollUp(
    "divides by the number of parts",
    "roll-up-bounds",
    "const total = sum(weighed.map(({ weight }) => weight))",
    "const total = { n: BigInt(weighed.length), d: 1n }"
  ),
  rollUp(
    "counts the first part twice",
    "roll-up-order",
    "const weighed = parts.filter(",
    "const weighed = [...parts.slice(0, 1), ...parts].filter("
  ),
  rollUp(
    "rounds a total up",
    "roll-up-continuous",
    "return dividedByUnsafe(sum(scores), total)",
    "const mean = dividedByUnsafe(sum(scores), total)\n  return { n: mean.n / mean.d + 1n, d: 1n }"
  ),
  rollUp(
    "ignores weights below 1",
    "roll-up-proportions",
    "parts.filter(({ weight }) => !isSameExact(weight, zero))",
    "parts.filter(({ weight }) => weight.n >= weight.d || parts.length === 1)"
  ),
  rollUp(
    "takes the first of the parts of a part",
    "roll-up-nested",
    `"parts" in part ? meanOf(part.parts) : part.score`,
    `"parts" in part ? meanOf(part.parts.slice(0, 1)) : part.score`
  )
]
