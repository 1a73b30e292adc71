import type { Id } from "@zhengyou/core"
import type { LedgerEvent } from "@zhengyou/promotion"
import { say } from "../../internal/say.ts"
import { ledgerTales } from "../generators/ledgerTales.ts"
import type { PromotionLaw } from "../PromotionLaw.ts"
import { always, breach, lawOf } from "./support.ts"
import { stateAfter, tellLedger } from "./told.ts"

const cases: PromotionLaw["cases"] = () => ledgerTales().map((told) => ({ _tag: "Ledger", told }))

type OfLine = Exclude<LedgerEvent, { readonly _tag: "ProblemOpened" }>

const isOfLine = (event: LedgerEvent): event is OfLine => event._tag !== "ProblemOpened"

const lineOf = ({ problem, unit }: { readonly problem: Id; readonly unit: Id }): string => `${problem} ${unit}`

/** Who did something by an event that they must not verify. */
const doerOf = (event: OfLine): Id | undefined => {
  switch (event._tag) {
    case "RectificationPlanned":
      return event.rectification.owner
    case "RectificationStarted":
    case "ProgressRecorded":
    case "RectificationSubmitted":
      return event.by
    default:
      return undefined
  }
}

/** Whoever did the work does not verify it. */
export const ownWork: PromotionLaw = lawOf("Ledger", {
  id: "own-work",
  about: "engine",
  says: say("没有人验收自己负责或做过的整改", "nobody verifies a rectification that they owned or worked on"),
  witness: {
    bug: say("提交记录的人自己就能批准这条记录", "whoever submitted a record can approve it"),
    source: "avniproject/avni-server#1025"
  },
  unless: always,
  cases,
  examine: ({ engine }, { told }) => {
    const doers = new Set<string>()
    for (const event of tellLedger(engine, told)
      .flatMap(({ events }) => events)
      .filter(isOfLine)) {
      const doer = doerOf(event)
      if (doer !== undefined) doers.add(`${lineOf(event)} ${doer}`)
      if ("verifier" in event && doers.has(`${lineOf(event)} ${event.verifier}`))
        return breach(
          say(`由别人验收 ${event.problem}`, `${event.problem} verified by somebody else`),
          say(`由 ${event.verifier} 验收`, `verified by ${event.verifier}`),
          event.unit
        )
    }
    return undefined
  }
})

/** What is closed stays closed until it is opened again. */
export const closedUntilReopened: PromotionLaw = lawOf("Ledger", {
  id: "closed-until-reopened",
  about: "engine",
  says: say(
    "销号的问题只有经“反弹重开”才重新打开：两者之间什么也不发生，状态始终是已销号",
    "a closed problem opens again only by an event that reopens it: nothing happens in between, and it stays closed"
  ),
  witness: {
    bug: say(
      "工单关闭又打开，事件里却没有“重新打开”",
      "an issue is closed and opened again, and its events have no reopening"
    ),
    source: "jcabi/jcabi-github#1055"
  },
  unless: always,
  cases,
  examine: ({ engine }, { told }) => {
    const closed = new Set<string>()
    const taken = tellLedger(engine, told)
    for (const { events, after } of taken) {
      for (const event of events.filter(isOfLine)) {
        const line = lineOf(event)
        if (event._tag === "RectificationClosed") closed.add(line)
        else if (event._tag === "ProblemReopened") closed.delete(line)
        else if (closed.has(line)) return breach(say(`${line} 已销号`, `${line} is closed`), event._tag, event.unit)
      }
      const found = engine
        .entriesOf(after)
        .filter(({ status }) => status === "closed")
        .map(lineOf)
      const [expected, stated] = [[...closed], found].map((lines) => lines.toSorted().join(", "))
      if (expected !== stated)
        return breach(say(`已销号：${expected}`, `closed: ${expected}`), say(`已销号：${stated}`, `closed: ${stated}`))
    }
    return undefined
  }
})

const order = ["opened", "planned", "inProgress", "submitted", "closed"]

/** Nothing is closed that was not planned, worked on and submitted since it was opened last. */
export const noShortCut: PromotionLaw = lawOf("Ledger", {
  id: "no-short-cut",
  about: "engine",
  says: say(
    "销号不走捷径：自立项或重开以来，先定方案、再整改、再提交，才验收",
    "nothing is closed by a short cut: since it was opened last, it was planned, worked on and submitted"
  ),
  witness: {
    bug: say(
      "规定先复核才能关闭的工单，从“打开”直接关闭了",
      "an issue that may only go to review is closed straight from open"
    ),
    source: "Dicklesworthstone/beads_rust#399"
  },
  unless: always,
  cases,
  examine: ({ engine }, { told }) => {
    const steps = new Map<string, number>()
    for (const event of tellLedger(engine, told)
      .flatMap(({ events }) => events)
      .filter(isOfLine)) {
      const line = lineOf(event)
      const at = steps.get(line) ?? 0
      const next = {
        RectificationPlanned: at === 0 ? 1 : at,
        RectificationStarted: 2,
        ProgressRecorded: at,
        RectificationSubmitted: 3,
        RectificationClosed: 4,
        RectificationSentBack: 2,
        ProblemReopened: 0
      }[event._tag]
      if (next > at + 1)
        return breach(
          say(`${line} 到 ${order[at + 1]}`, `${line} ${order[at + 1]}`),
          say(`${line} 到 ${order[next]}`, `${line} ${order[next]}`),
          event.unit
        )
      steps.set(line, next)
    }
    const stated = new Map(
      engine
        .entriesOf(stateAfter(engine.ProblemLedger.initial, tellLedger(engine, told)))
        .map((entry) => [lineOf(entry), entry.status])
    )
    const wrong = [...steps].find(([line, at]) => stated.get(line) !== order[at])
    return wrong === undefined
      ? undefined
      : breach(`${wrong[0]}: ${order[wrong[1]]}`, `${wrong[0]}: ${stated.get(wrong[0])}`)
  }
})
