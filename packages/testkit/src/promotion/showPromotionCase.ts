import { formatFactValue } from "@zhengyou/core"
import { type Candidate, entriesOf, type PromotionInputs } from "@zhengyou/promotion"
import { dataText } from "../internal/dataText.ts"
import { say } from "../internal/say.ts"
import type { CaseTable, ShownCase } from "../Law.ts"
import type { PromotionLawCase } from "./PromotionLaw.ts"

const unitTable = ({ unit, record, problems, facts, assessed = "–" }: Candidate): CaseTable => ({
  title: say("单位", "unit"),
  head: ["what", "value"],
  rows: [
    ...Object.entries(unit).map(([key, value]) => [`unit.${key}`, dataText(value)]),
    ["level", record.level ?? "–"],
    ["since", record.since ?? "–"],
    ...record.moves.map(({ on, from, to }) => ["move", `${on} ${from} → ${to}`]),
    ["problems.open", String(problems.open)],
    ["problems.closed", String(problems.closed)],
    ["level.assessed", assessed],
    ...facts.map(({ fact, value }) => [fact, formatFactValue(value)])
  ]
})

const roundTables = ({ units, levels, applications, facts, ledger }: PromotionInputs): ReadonlyArray<CaseTable> => [
  {
    title: say("单位", "units"),
    head: ["unit", "type", "founded"],
    rows: units.map(({ id, type = "", founded = "" }) => [id, type, founded])
  },
  {
    title: say("等级", "levels"),
    head: ["unit", "level", "on"],
    rows: levels.map(({ unit, level = "–", on }) => [unit, level, on])
  },
  {
    title: say("申请", "applications"),
    head: ["unit", "to", "on", "assessed", "decided", "inForce"],
    rows: applications.map(({ unit, to, on, assessed = "", decided = "", inForce = "" }) => [
      unit,
      to,
      on,
      assessed,
      decided,
      inForce
    ])
  },
  {
    title: say("台账", "ledger"),
    head: ["unit", "problem", "opened", "closed"],
    rows: entriesOf(ledger).map(({ unit, problem, opened, closed = "" }) => [unit, problem, opened, closed])
  },
  {
    title: say("事实", "facts"),
    head: ["unit", "fact", "value"],
    rows: facts.map(({ unit, fact, value }) => [unit, fact, formatFactValue(value)])
  }
]

const told = (rows: ReadonlyArray<{ readonly day: string; readonly command: object }>): CaseTable => ({
  title: say("先后吩咐", "what it is told"),
  head: ["day", "command", "with"],
  rows: rows.map(({ day, command }) => {
    const { _tag, on: _, ...rest } = command as { readonly _tag: string; readonly on?: unknown }
    return [day, _tag, dataText(rest)]
  })
})

/** A case of a law of promotion as small tables. */
export const showPromotionCase = (one: PromotionLawCase): ShownCase => {
  switch (one._tag) {
    case "Move": {
      const { candidate, to, stage, today, varied } = one
      const move = { title: say("变动申请", "move"), head: ["to", "stage", "today"], rows: [[to, stage, today]] }
      return { tables: [move, unitTable(candidate)], change: varied?.change }
    }
    case "Register": {
      const { commands, days } = one
      const asked = { title: say("所问日期", "days asked about"), head: ["from", "to"], rows: [days] }
      return { tables: [told(commands.map((command) => ({ day: command.on, command }))), asked] }
    }
    case "Ledger":
      return { tables: [told(one.told.map(({ today, command }) => ({ day: today, command })))] }
    case "Round":
      return { tables: roundTables(one.inputs) }
    case "Case": {
      const steps = one.told.map(({ today, command, open }) => ({ day: today, command: { ...command, open } }))
      return { tables: [unitTable(one.candidate), told(steps)] }
    }
  }
}
