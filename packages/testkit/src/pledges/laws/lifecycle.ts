import { render } from "@zhengyou/core"
import { type Pledge, type PledgeRefusal, pledgesTextEn, pledgesTextZhCN } from "@zhengyou/pledges"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { plainly, say } from "../../internal/say.ts"
import type { Breach } from "../../Law.ts"
import { contextOf } from "../generators/worlds.ts"
import type { PledgeLaw, PledgeSetting } from "../PledgeLaw.ts"
import { type Answered, firstBreach, histories, isSame, lawOf, open, told, unlessWritable } from "./support.ts"

/** Whether a refusal is one that people can be told in both languages. */
const isTold = (refusal: PledgeRefusal): boolean =>
  Object.hasOwn(pledgesTextZhCN, refusal._tag) &&
  [pledgesTextZhCN, pledgesTextEn].every((texts) => render(texts, refusal).trim() !== "")

const unanswered = ({ engine }: PledgeSetting, { command, answer }: Answered): Breach | undefined => {
  const asked = (found: string): Breach => ({
    expected: say(
      `对 ${command._tag} 答以事件，或带文字的拒绝`,
      `events for ${command._tag}, or a refusal that has a text`
    ),
    found: plainly(found)
  })
  if (Result.isFailure(answer)) return isTold(answer.failure) ? undefined : asked(String(answer.failure._tag))
  const isEvent: (event: unknown) => boolean = Schema.is(engine.PledgeEvent)
  const wrong = answer.success.find((event) => !isEvent(event))
  return wrong === undefined ? undefined : asked(wrong._tag)
}

/** Every command is answered in every phase. */
export const totalLifecycle: PledgeLaw = lawOf("History", {
  id: "total-lifecycle",
  about: "engine",
  says: say(
    "每个阶段的每条命令都有答复：事件，或带文字的拒绝",
    "every command is answered in every phase, with events or with a refusal that has a text"
  ),
  witness: {
    bug: say("状态不允许的事件抛出异常", "an event that a state does not allow throws"),
    source: "yoshuawuyts/fsm-event#1"
  },
  cases: histories,
  examine: (setting, one) => {
    const { state, today, answered } = told(setting, one)
    const context = contextOf(setting.policy, one.world, today)
    const { decide } = setting.engine.PledgeLifecycle
    const next = one.next.map((command) => ({ command, answer: decide(state, command, context) }))
    return firstBreach([...answered, ...next], (answer) => unanswered(setting, answer))
  }
})

const errorsIn = ({ engine, policy }: PledgeSetting, pledge: Pledge, context: Parameters<typeof engine.review>[2]) =>
  engine.review(pledge, policy, context).filter(({ severity }) => severity === "error")

/** Nothing is public that was not reviewed just so. */
export const nothingUnreviewed: PledgeLaw = lawOf("History", {
  id: "nothing-unreviewed",
  about: "engine",
  says: say(
    "公开的文本都经审诺无错误、定诺；修改的文本也经同样的审诺",
    "a text that is public was passed without errors and approved as it stands, and an amended one was reviewed the same way"
  ),
  witness: {
    bug: say("博客未经审核即对所有人公开", "a blog is public before a moderator has approved it"),
    source: "Shitikantha/SCP_DEFECT#53"
  },
  unless: unlessWritable,
  cases: histories,
  examine: (setting, one) => {
    let passed: Pledge | undefined
    let approved: Pledge | undefined
    return firstBreach(told(setting, one).happened, ({ event, before }): Breach | undefined => {
      const { _tag } = event
      const inForce = open(before)?.pledge
      if (_tag === "PledgeRevised" || _tag === "PledgeReturned") [passed, approved] = [undefined, undefined]
      if (_tag === "PledgeApproved") approved = passed
      if (_tag === "PledgePassed") passed = inForce
      const text = _tag === "PledgePassed" ? inForce : _tag === "AmendmentAccepted" ? event.pledge : undefined
      const errors = text === undefined ? [] : errorsIn(setting, text, contextOf(setting.policy, one.world, event.on))
      if (errors.length > 0)
        return {
          expected: say(`${_tag} 的文本审诺无错误`, `no error in the text of ${_tag}`),
          found: plainly(errors.map(({ problem }) => problem._tag).join(", "))
        }
      return _tag !== "PledgePublished" || isSame(event.pledge, approved)
        ? undefined
        : {
            expected: say("公开的是审过、定过的文本", "the text that was passed and approved is published"),
            found: plainly(`${event.pledge.id} (${open(before)?.phase})`)
          }
    })
  }
})

const doing: ReadonlySet<string> = new Set([
  "PledgeDrafted",
  "PledgeRevised",
  "PledgeSubmitted",
  "ProgressRecorded",
  "AmendmentProposed",
  "PledgeReported",
  "PledgeExplained"
])

const judging: ReadonlySet<string> = new Set([
  "PledgePassed",
  "PledgeReturned",
  "PledgeApproved",
  "PledgeInspected",
  "AmendmentAccepted",
  "AmendmentRejected",
  "ReportSentBack",
  "PledgeVerified",
  "PledgeEvaluated"
])

/** Nobody judges a pledge of their own. */
export const noOwnJudge: PledgeLaw = lawOf("History", {
  id: "no-own-judge",
  about: "engine",
  says: say(
    "自己负责、撰写、修改、办理的承诺，不由自己审核、核验、评诺",
    "nobody reviews, inspects, verifies or evaluates what they own, wrote, amended or worked on"
  ),
  witness: {
    bug: say("提交记录的人可以自己批准", "whoever submits a record may approve it"),
    source: "avniproject/avni-server#1025"
  },
  cases: histories,
  examine: (setting, one) => {
    const own = new Set<string>()
    return firstBreach(told(setting, one).happened, ({ event }): Breach | undefined => {
      const { _tag, by } = event
      if (judging.has(_tag) && own.has(by))
        return { expected: say(`${_tag} 由他人作出`, `${_tag} by somebody else`), found: plainly(by) }
      if (doing.has(_tag)) own.add(by)
      if ("pledge" in event && _tag !== "AmendmentProposed") {
        const { pledger, owner } = event.pledge
        for (const person of [pledger.id, pledger.unit, owner ?? pledger.id]) own.add(person)
      }
      return undefined
    })
  }
})

/** What is closed as kept has evidence. */
export const keptOnEvidence: PledgeLaw = lawOf("History", {
  id: "kept-on-evidence",
  about: "engine",
  says: say(
    "兑现以报结的佐证核验；免责须先向公众说明",
    "a pledge counts as kept only on evidence that was reported, and as excused only when the public was told why"
  ),
  witness: {
    bug: say("四件事项已关闭，成果并不存在", "four issues are closed of which there is nothing to show"),
    source: "Pulsefy/Lumenpulse#1461"
  },
  unless: unlessWritable,
  cases: histories,
  examine: (setting, one) =>
    firstBreach(told(setting, one).happened, ({ event, before }): Breach | undefined => {
      if (event._tag !== "PledgeVerified") return undefined
      const state = open(before)
      const { fulfilment } = event
      if (fulfilment._tag === "NotFulfilled")
        return !fulfilment.excused || (state?.explanations.length ?? 0) > 0
          ? undefined
          : { expected: say("先有说明", "an explanation first"), found: say("没有说明", "none") }
      return state?.phase === "reported" && state.evidence.length > 0
        ? undefined
        : {
            expected: say("已报结且有佐证", "a report with evidence"),
            found: plainly(`${state?.phase}, ${state?.evidence.length}`)
          }
    })
})
