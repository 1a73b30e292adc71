import type { CalendarDate, Id } from "@zhengyou/core"
import type { MovementTable, RegisterCommand } from "@zhengyou/promotion"
import * as Result from "effect/Result"
import fc from "fast-check"
import { say } from "../../internal/say.ts"
import type { Breach } from "../../Law.ts"
import { registerTalesFor, twoDays } from "../generators/registerTales.ts"
import type { PromotionLaw, PromotionSetting } from "../PromotionLaw.ts"
import { always, breach, lawOf } from "./support.ts"
import { stateAfter, tellRegister } from "./told.ts"

const cases: PromotionLaw["cases"] = ({ rules }) =>
  fc
    .tuple(registerTalesFor(rules), twoDays(rules.cycle.from))
    .map(([commands, days]) => ({ _tag: "Register", commands, days }))

/** The units that come into being by a command, and those that are gone by it. */
const comesAndGoes = (
  command: RegisterCommand
): { readonly come: ReadonlyArray<Id>; readonly gone: ReadonlyArray<Id> } => {
  switch (command._tag) {
    case "OpenRegister":
      return { come: command.units.map(({ id }) => id), gone: [] }
    case "FoundUnit":
      return { come: [command.unit.id], gone: [] }
    case "CloseUnit":
      return { come: [], gone: [command.unit] }
    case "MergeUnits":
      return { come: [], gone: command.units }
    case "SplitUnit":
      return { come: command.into.map(({ unit }) => unit.id), gone: [command.unit] }
    default:
      return { come: [], gone: [] }
  }
}

/** The units that are there on a day, counted from what the register was told and took. */
const unitsOn = (commands: ReadonlyArray<RegisterCommand>, day: CalendarDate): ReadonlyArray<Id> => {
  const there = new Set<Id>()
  for (const command of commands.filter(({ on }) => on <= day)) {
    const { come, gone } = comesAndGoes(command)
    for (const unit of come) there.add(unit)
    for (const unit of gone) there.delete(unit)
  }
  return [...there].toSorted()
}

const tableOf = (
  setting: PromotionSetting,
  commands: ReadonlyArray<RegisterCommand>,
  days: readonly [CalendarDate, CalendarDate]
) => {
  const { engine } = setting
  const taken = tellRegister(engine, commands)
  const state = stateAfter(engine.LevelRegister.initial, taken)
  const [before, after] = days.map((day) => engine.standingsOn(state, day))
  return { taken, before: before ?? [], after: after ?? [], table: engine.movementsBetween(state, ...days) }
}

const noTable = (refusal: { readonly message: string }): Breach =>
  breach(say("等级变动表", "a movement table"), refusal.message)

const sumOf = ({ rows }: MovementTable, of: (row: MovementTable["rows"][number]) => number): number =>
  rows.reduce((total, row) => total + of(row), 0)

/** No unit is lost, and none is made up. */
export const unitsConserved: PromotionLaw = lawOf("Register", {
  id: "units-conserved",
  about: "engine",
  says: say(
    "单位守恒：任何一天在册的单位，就是设立过而没有撤并的那些；期初加新设减撤并等于期末",
    "units are conserved: those there on a day are those that were founded and are not gone; before, plus founded, less merged and closed, is after"
  ),
  witness: {
    bug: say(
      "把库存的一部分移到别处，台账里查不到移出来的那部分",
      "part of a stock is moved; the ledger knows nothing of the part that was split off"
    ),
    source: "msupply-foundation/open-msupply#12488"
  },
  unless: always,
  cases,
  examine: (setting, { commands, days }) => {
    const { taken, before, after, table } = tableOf(setting, commands, days)
    const took = taken.map(({ step }) => step)
    for (const [day, standings] of [
      [days[0], before],
      [days[1], after]
    ] as const) {
      const expected = unitsOn(took, day).join(", ")
      const found = standings
        .map(({ unit }) => unit)
        .toSorted()
        .join(", ")
      if (expected !== found) return breach(`${day}: ${expected}`, `${day}: ${found}`)
    }
    if (Result.isFailure(table)) return noTable(table.failure)
    const counted = sumOf(table.success, (row) => row.before + row.founded - row.merged - row.closed)
    return counted === after.length ? undefined : breach(String(after.length), String(counted))
  }
})

/** The movement table agrees with the levels of its two days. */
export const tableReconciles: PromotionLaw = lawOf("Register", {
  id: "table-reconciles",
  about: "engine",
  says: say(
    "等级变动表在任何两天之间都平：每一行期初加进减出等于期末，进的总数等于出的总数，期初期末就是那两天的等级",
    "the movement table closes between any two days: every row adds up, as many come in as go out, and its ends are the levels of those days"
  ),
  witness: {
    bug: say(
      "库存余额表期初写 0、余额写成净变动，分类账里期初却是 264",
      "a balance report opens with 0 and shows the net movement as the balance, where the ledger opens with 264"
    ),
    source: "frappe/erpnext#52443"
  },
  unless: always,
  cases,
  examine: (setting, { commands, days }) => {
    const { before, after, table } = tableOf(setting, commands, days)
    if (Result.isFailure(table)) return noTable(table.failure)
    const { rows, transitions } = table.success
    for (const row of rows) {
      const name = row.level?.id ?? "–"
      const on = (standings: typeof before) => standings.filter(({ level }) => level === row.level?.id).length
      const came = row.before + row.in - row.out + row.founded - row.merged - row.closed
      const expected = `${name}: ${on(before)} … ${on(after)} = ${on(after)}`
      const found = `${name}: ${row.before} … ${came} = ${row.after}`
      if (expected !== found) return breach(expected, found)
    }
    const [come, go] = [sumOf(table.success, (row) => row.in), sumOf(table.success, (row) => row.out)]
    if (come !== go) return breach(say(`进 ${go}`, `${go} come in`), say(`进 ${come}`, `${come} come in`))
    const stayed = transitions.reduce((total, { units }) => total + units.length, 0)
    const left = sumOf(table.success, (row) => row.before - row.merged - row.closed)
    return stayed === left
      ? undefined
      : breach(say(`${left} 个留下`, `${left} stayed`), say(`${stayed} 个留下`, `${stayed} stayed`))
  }
})

/** The levels in force after what a register took. */
const putInForce = (levels: Map<Id, Id>, command: RegisterCommand): void => {
  switch (command._tag) {
    case "PutLevels":
      for (const { unit, level } of command.levels) levels.set(unit, level)
      return
    case "MoveLevel":
      levels.set(command.unit, command.to)
      return
    case "EndLevel":
      levels.delete(command.unit)
      return
    case "SplitUnit":
      for (const { unit, level } of command.into) if (level !== undefined) levels.set(unit.id, level)
      return
    default:
      return
  }
}

/** A move starts from what is in force. */
export const fromInForce: PromotionLaw = lawOf("Register", {
  id: "from-in-force",
  about: "engine",
  says: say("没有一次变动从并未生效的等级出发", "no move starts from a level that is not in force"),
  witness: {
    bug: say(
      "两个人同时变更状态，都按变更前的状态放行，历史里留下两条互相矛盾的记录",
      "two moves at once are both let through from the same state, and the history tells two stories"
    ),
    source: "gyrinx-app/gyrinx#2102"
  },
  unless: always,
  cases,
  examine: ({ engine }, { commands }) => {
    const levels = new Map<Id, Id>()
    for (const { step } of tellRegister(engine, commands)) {
      if (step._tag === "MoveLevel" && levels.get(step.unit) !== step.from)
        return breach(
          say(`从 ${levels.get(step.unit) ?? "未定级"}`, `from ${levels.get(step.unit) ?? "no level"}`),
          say(`从 ${step.from}`, `from ${step.from}`),
          step.unit
        )
      putInForce(levels, step)
    }
    return undefined
  }
})

/** The units whose level a command changes. */
const touchedBy = (command: RegisterCommand): ReadonlyArray<Id> => {
  switch (command._tag) {
    case "PutLevels":
      return command.levels.map(({ unit }) => unit)
    case "MoveLevel":
    case "EndLevel":
      return [command.unit]
    default:
      return comesAndGoes(command).come
  }
}

/** What was in force is never rewritten. */
export const historyStands: PromotionLaw = lawOf("Register", {
  id: "history-stands",
  about: "engine",
  says: say(
    "等级册说过的话不改：单位最近一次变动之前的日子，后来怎么变都还是原来的等级",
    "history stands: of the days before a unit's latest change, whatever comes later, the register says what it said"
  ),
  witness: {
    bug: say(
      "补录过去的薪酬，改掉了员工现在的薪酬",
      "pay that is entered for the past changes what an employee has now"
    ),
    source: "wp-erp/wp-erp#1241"
  },
  unless: always,
  cases,
  examine: ({ engine }, { commands, days: [day] }) => {
    const latest = new Map<Id, CalendarDate>()
    for (const { step, before, after } of tellRegister(engine, commands)) {
      const was = new Map(engine.standingsOn(before, day).map(({ unit, level }) => [unit, level]))
      for (const { unit, level } of engine.standingsOn(after, day)) {
        const on = latest.get(unit)
        const old = was.get(unit)
        if (on !== undefined && day < on && (old !== level || !was.has(unit)))
          return breach(`${day}: ${old ?? "–"}`, `${day}: ${level ?? "–"} (${step._tag} ${step.on})`, unit)
      }
      for (const unit of touchedBy(step)) latest.set(unit, step.on)
    }
    return undefined
  }
})
