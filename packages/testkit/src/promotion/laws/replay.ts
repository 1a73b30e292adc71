import type { Decider } from "@zhengyou/core"
import * as Equal from "effect/Equal"
import * as Schema from "effect/Schema"
import fc from "fast-check"
import { say } from "../../internal/say.ts"
import type { Breach } from "../../Law.ts"
import { caseTalesFor } from "../generators/caseTales.ts"
import { ledgerTales } from "../generators/ledgerTales.ts"
import { registerTalesFor } from "../generators/registerTales.ts"
import type { PromotionLaw, PromotionLawCase } from "../PromotionLaw.ts"
import { always, breach } from "./support.ts"
import { type Taken, tellCase, tellLedger, tellRegister } from "./told.ts"

const replayed = <State, Command, Event extends { readonly _tag: string }, Refusal, Context, Step>(
  { initial, evolve, stored }: Decider<State, Command, Event, Refusal, Context>,
  taken: ReadonlyArray<Taken<State, Step, Event>>
): Breach | undefined => {
  const codec = Schema.fromJsonString(stored.event)
  let [again, read] = [initial, initial]
  for (const [i, { events, after }] of taken.entries()) {
    again = events.reduce(evolve, again)
    read = events.map((event) => Schema.decodeSync(codec)(Schema.encodeSync(codec)(event))).reduce(evolve, read)
    const expected = () => {
      const tags = taken.slice(0, i + 1).flatMap((one) => one.events.map(({ _tag }) => _tag))
      return say(`${tags.join(" → ")} 之后的状态`, `the state after ${tags.join(" → ")}`)
    }
    if (!Equal.equals(again, after))
      return breach(expected(), say("重放事件得出别的状态", "another state of the events replayed"))
    if (!Equal.equals(read, after))
      return breach(
        expected(),
        say("存成 JSON 再读出，重放得出别的状态", "another state of the events stored as JSON, read and replayed")
      )
  }
  return undefined
}

/** Events are all there is to know. */
export const replay: PromotionLaw = {
  id: "replay",
  about: "engine",
  says: say(
    "等级册、台账、个案都由事件重放得出，存成 JSON 再读出来也一样",
    "a register, a ledger and a case are what their events make of them, also after these were stored as JSON"
  ),
  witness: {
    bug: say(
      "有了快照之后再重放事件，从空白状态开始，快照里的内容都丢了",
      "with events after a snapshot, they are replayed onto a blank state, and what the snapshot held is lost"
    ),
    source: "KanishJebaMathewM/Truxify#9369"
  },
  unless: always,
  cases: ({ rules }) => {
    const days = [rules.cycle.from, rules.cycle.from] as const
    return fc.oneof(
      registerTalesFor(rules).map((commands): PromotionLawCase => ({ _tag: "Register", commands, days })),
      ledgerTales().map((told): PromotionLawCase => ({ _tag: "Ledger", told })),
      caseTalesFor(rules).map((tale): PromotionLawCase => ({ _tag: "Case", ...tale }))
    )
  },
  examine: (setting, one) => {
    const { engine } = setting
    switch (one._tag) {
      case "Register":
        return replayed(engine.LevelRegister, tellRegister(engine, one.commands))
      case "Ledger":
        return replayed(engine.ProblemLedger, tellLedger(engine, one.told))
      case "Case":
        return replayed(engine.PromotionCase, tellCase(setting, one))
      case "Move":
      case "Round":
        return undefined
    }
  }
}
