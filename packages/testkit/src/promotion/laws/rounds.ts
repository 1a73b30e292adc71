import type { CalendarDate } from "@zhengyou/core"
import type { Candidate, DecisionOutcome, PromotionInputs } from "@zhengyou/promotion"
import { entriesOf } from "@zhengyou/promotion"
import * as Result from "effect/Result"
import { present } from "../../internal/present.ts"
import { say } from "../../internal/say.ts"
import type { Breach } from "../../Law.ts"
import { roundsFor } from "../generators/rounds.ts"
import type { PromotionLaw, PromotionSetting } from "../PromotionLaw.ts"
import { isAllowed } from "../reference/verdict.ts"
import { always, breach, lawOf } from "./support.ts"

const cases: PromotionLaw["cases"] = ({ rules }) => roundsFor(rules).map((inputs) => ({ _tag: "Round", inputs }))

type Application = PromotionInputs["applications"][number]

/** A unit as it is on a day, by the lists that a round is decided from. */
const candidateOn = (inputs: PromotionInputs, { unit: id, assessed }: Application, day: CalendarDate): Candidate => {
  const levels = inputs.levels.filter(({ unit, on }) => unit === id && on <= day)
  const lines = entriesOf(inputs.ledger).filter(({ unit, opened }) => unit === id && opened <= day)
  const closed = lines.filter((line) => line.closed !== undefined && line.closed <= day).length
  const moves = levels.flatMap(({ level: to, on }, i) => {
    const from = levels[i - 1]?.level
    return from === undefined || to === undefined ? [] : [{ on, from, to }]
  })
  const latest = levels.at(-1)
  return {
    unit: inputs.units.find((unit) => unit.id === id) ?? { id, name: id },
    record: { ...present("level", latest?.level), ...present("since", latest?.on), moves },
    problems: { open: lines.length - closed, closed },
    facts: inputs.facts,
    ...present("assessed", assessed)
  }
}

/** What an application has to come to; what cannot be known is not told apart from what is not met. */
const expectedOf = ({ rules }: PromotionSetting, inputs: PromotionInputs, one: Application): DecisionOutcome => {
  const { to, on, decided, inForce = decided } = one
  const allowed = (stage: "application" | "decision", today: CalendarDate) =>
    isAllowed(rules, { candidate: candidateOn(inputs, one, today), to, stage, today })
  if (!allowed("application", on)) return "refused"
  if (decided === undefined || inForce === undefined) return "awaiting"
  if (!allowed("decision", decided)) return "declined"
  return allowed("decision", inForce) ? "granted" : "stopped"
}

const refusal = ({ message }: { readonly message: string }): Breach =>
  breach(say("可评审的一轮", "a round that can be decided"), message)

/** A round is decided by the rules. */
export const roundByRules: PromotionLaw = lawOf("Round", {
  id: "round-by-rules",
  about: "engine",
  says: say(
    "一轮申请里，每一份都按当天的等级、问题和事实，合办法才批准，生效前再看一遍；变动表里动的就是批准了的那些",
    "in a round each application is granted where the rules allow it on its day, and looked at again before it comes into force; who moved is who was granted"
  ),
  witness: {
    bug: say(
      "预览显示的是第一行，导入保存的却是第二行",
      "the preview shows the first row, and the import saves the second"
    ),
    source: "pawtograder/platform#979"
  },
  unless: always,
  cases,
  examine: (setting, { inputs }) => {
    const round = setting.engine.promote(setting.rules, inputs)
    if (Result.isFailure(round)) return refusal(round.failure)
    const { decisions, table } = round.success
    for (const [i, one] of inputs.applications.entries()) {
      const outcome = decisions[i]?.outcome
      const expected = expectedOf(setting, inputs, one)
      const isUnknown = outcome === "undecided" && (expected === "refused" || expected === "declined")
      if (outcome !== expected && !isUnknown) return breach(expected, outcome ?? "–", one.unit)
      const from = decisions[i]?.from?.id
      const to = expected === "granted" ? one.to : from
      const found = setting.engine
        .standingsOn(round.success.register, inputs.asOf)
        .find(({ unit }) => unit === one.unit)?.level
      if (to !== found) return breach(to ?? "–", found ?? "–", one.unit)
    }
    const units = table.rows.reduce((total, { after }) => total + after, 0)
    return units === inputs.units.length ? undefined : breach(String(inputs.units.length), String(units))
  }
})

/** The order of lists means nothing. */
export const listOrder: PromotionLaw = lawOf("Round", {
  id: "list-order",
  about: "engine",
  says: say(
    "单位、等级、申请、事实换个次序，结论不变",
    "units, levels, applications and facts in another order come to the same decisions"
  ),
  witness: {
    bug: say(
      "浏览器与导出文件结果不同，因为排序处理并列的方式不同",
      "the browser and the export disagree, because their sorts break ties differently"
    ),
    source: "instructure/canvas-lms#166"
  },
  unless: always,
  cases,
  examine: ({ engine, rules }, { inputs }) => {
    const { units, levels, applications, facts } = inputs
    const turned = {
      ...inputs,
      units: units.toReversed(),
      levels: levels.toReversed(),
      applications: applications.toReversed(),
      facts: facts.toReversed()
    }
    const [one, other] = [engine.promote(rules, inputs), engine.promote(rules, turned)]
    if (Result.isFailure(one)) return refusal(one.failure)
    if (Result.isFailure(other)) return refusal(other.failure)
    const words = (decisions: typeof one.success.decisions) =>
      decisions.map(({ application, outcome }) => `${application.unit}: ${outcome}`).join(", ")
    const [expected, found] = [words(one.success.decisions), words(other.success.decisions.toReversed())]
    return expected === found ? undefined : breach(expected, found)
  }
})
