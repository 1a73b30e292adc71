import { say } from "../../internal/say.ts"
import { caseTalesFor } from "../generators/caseTales.ts"
import type { CaseTale, PromotionLaw, PromotionMove } from "../PromotionLaw.ts"
import { isAllowed } from "../reference/verdict.ts"
import { always, breach, lawOf } from "./support.ts"
import { type TakenByCase, tellCase } from "./told.ts"

const cases: PromotionLaw["cases"] = ({ rules }) => caseTalesFor(rules).map((tale) => ({ _tag: "Case", ...tale }))

const tagsOf = (taken: ReadonlyArray<TakenByCase>): ReadonlyArray<string> =>
  taken.flatMap(({ events }) => events.map(({ _tag }) => _tag))

const inTurn = say(
  "先有批准，再公示期满，没有未处理的异议，才生效",
  "granted, then on notice until it ran out, with no objection pending, and only then in force"
)

/** The last day of the notice that a step found. */
const noticeUntil = ({ before }: TakenByCase): string | undefined =>
  before.phase === "none" ? undefined : before.notice?.until

/** Nothing comes into force before its turn. */
export const grantedFirst: PromotionLaw = lawOf("Case", {
  id: "granted-first",
  about: "engine",
  says: say(
    "等级生效之前，必先批准，公示期满，异议都已处理；生效是最后一件事",
    "a level comes into force only after it was granted, its notice ran out and no objection is pending, and last of all"
  ),
  witness: {
    bug: say(
      "投票在截止前一刻翻转，立即就能执行，来不及否决",
      "a vote that turns at the last moment can be executed at once, with no time left to object"
    ),
    source: "AudiusProject/apps#607"
  },
  unless: always,
  cases,
  examine: (setting, one) => {
    const taken = tellCase(setting, one)
    const at = taken.findIndex(({ events }) => events.some(({ _tag }) => _tag === "CameIntoForce"))
    const force = taken[at]
    if (force === undefined) return undefined
    const last = (tag: string) => tagsOf(taken.slice(0, at)).lastIndexOf(tag)
    const granted = last("Granted")
    const isGranted = granted > Math.max(last("Reassessed"), last("ObjectionUpheld"), last("Declined"))
    const isNoticed = last("NoticePublished") > granted
    const isResolved = Math.max(last("ObjectionDismissed"), last("ObjectionUpheld")) >= last("Objected")
    const until = noticeUntil(force)
    const isOver = until !== undefined && until < force.step.today
    return isGranted && isNoticed && isResolved && isOver && at === taken.length - 1
      ? undefined
      : breach(inTurn, `${tagsOf(taken).join(" → ")} (${until ?? "–"} < ${force.step.today})`, one.candidate.unit.id)
  }
})

/** Nobody judges what is their own. */
export const ownCase: PromotionLaw = lawOf("Case", {
  id: "own-case",
  about: "engine",
  says: say(
    "没有人审自己的申请，也没有人裁自己的异议或对自己决定的异议",
    "nobody judges their own application, their own objection, or an objection to their own decision"
  ),
  witness: {
    bug: say("超出预算的订单，下单的员工自己就能批准", "employees approve their own orders that exceed the budget"),
    source: "shopware/shopware#13397"
  },
  unless: always,
  cases,
  examine: (setting, one) => {
    const own = new Map<string, string>()
    for (const event of tellCase(setting, one).flatMap(({ events }) => events)) {
      const isResolution = event._tag === "ObjectionDismissed" || event._tag === "ObjectionUpheld"
      const judge = event._tag === "Reassessed" ? event.assessment.by : "by" in event ? event.by : undefined
      if (event._tag === "Applied") own.set("applicant", event.by)
      else if (event._tag === "Objected") own.set("objector", event.by)
      else {
        const barred = [own.get("applicant"), ...(isResolution ? [own.get("objector"), own.get("decider")] : [])]
        if (judge !== undefined && barred.includes(judge))
          return breach(
            say(`由别人 ${event._tag}`, `${event._tag} by somebody else`),
            say(`由 ${judge}`, `by ${judge}`),
            one.candidate.unit.id
          )
      }
      if (event._tag === "Granted" || event._tag === "Declined") own.set("decider", event.by)
    }
    return undefined
  }
})

/** What a step of a case is to be judged by: the unit as it is then, with what its second assessment found. */
const moveAt = (
  { candidate, told }: CaseTale,
  { step, before }: TakenByCase,
  stage: PromotionMove["stage"]
): PromotionMove => {
  const [applied] = told
  const latest = before.phase === "none" ? undefined : before.assessments.at(-1)
  const { assessed: _, ...unit } = candidate
  return {
    candidate: {
      ...unit,
      problems: { ...candidate.problems, open: step.open },
      facts: before.phase === "none" ? candidate.facts : [...candidate.facts, ...before.facts],
      ...(latest === undefined ? {} : { assessed: latest.level })
    },
    to: applied?.command._tag === "Apply" ? applied.command.to : "",
    stage,
    today: step.today
  }
}

const isFor = ["Admitted", "Granted", "CameIntoForce"]
const isAgainst = ["AdmissionRefused", "Declined"]

/** What a case decides is what the rules say on that day. */
export const caseByRules: PromotionLaw = lawOf("Case", {
  id: "case-by-rules",
  about: "engine",
  says: say(
    "个案受理、批准、生效的当天，条件都满足；不受理、不批准的当天，总有条件不满足",
    "on the day on which a case is admitted, granted or in force, every condition is met; where it is refused or declined, one is not"
  ),
  witness: {
    bug: say(
      "上一轮复核通过的关口，退回返工、再次送审以后仍算通过",
      "a gate that was passed in an earlier review still counts as passed after the work went back and comes to review again"
    ),
    source: "Dicklesworthstone/beads_rust#388"
  },
  unless: always,
  cases,
  examine: (setting, one) => {
    for (const taken of tellCase(setting, one)) {
      const [event] = taken.events
      if (event === undefined || ![...isFor, ...isAgainst].includes(event._tag)) continue
      const isAtFirst = event._tag === "Admitted" || event._tag === "AdmissionRefused"
      const allowed = isAllowed(setting.rules, moveAt(one, taken, isAtFirst ? "application" : "decision"))
      if (allowed !== isFor.includes(event._tag))
        return breach(
          allowed ? say("条件都满足", "every condition is met") : say("有条件不满足", "a condition is not met"),
          `${event._tag} (${taken.step.today})`,
          one.candidate.unit.id
        )
    }
    return undefined
  }
})
