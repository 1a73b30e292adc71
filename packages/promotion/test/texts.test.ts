import { readFileSync } from "node:fs"
import { type Catalogue, render } from "@zhengyou/core"
import {
  CaseCommand,
  CaseCommandName,
  CaseInWrongPhase,
  CasePhase,
  EntryCommand,
  EntryInWrongState,
  EntryStatus,
  LedgerCommand,
  type PromotionMessage,
  promotionTextEn,
  promotionTextZhCN,
  RulesInvalid
} from "@zhengyou/promotion"
import { describe, expect, it } from "vitest"
import { coreSamples, samples } from "./messages.ts"

const catalogues: ReadonlyArray<readonly [string, Catalogue<PromotionMessage>]> = [
  ["en", promotionTextEn],
  ["zh-CN", promotionTextZhCN]
]

const cases = [...coreSamples, ...samples].map(([message, figures]) => [message._tag, message, figures] as const)

/** Three words in a row, in letters: a figure, an id or the name of a field is not a sentence. */
const english = /[a-z]+[ ,:]+[a-z]+[ ,:]+[a-z]+/i

describe.each(catalogues)("in %s", (language, catalogue) => {
  it.each(cases)("%s is a text with its figures", (_, message, figures) => {
    const text = render(catalogue, message)
    expect(figures.filter((figure) => !text.includes(figure))).toEqual([])
    expect(text).not.toMatch(/undefined|NaN|\[object|\{…\}/)
    if (language === "zh-CN")
      expect([text, english.test(text), /\p{Script=Han}/u.test(text)]).toEqual([text, false, true])
    else expect(text).toMatch(english)
  })

  it("every message there is has a sample", () => {
    expect(cases.map(([tag]) => tag).toSorted()).toEqual(Object.keys(catalogue).toSorted())
  })
})

describe("steps and states", () => {
  it("have the names that their commands have", () => {
    expect(CaseCommandName.literals).toEqual(Object.keys(CaseCommand.cases))
    expect(["OpenProblems", ...EntryCommand.literals]).toEqual(Object.keys(LedgerCommand.cases))
  })

  it("are in Chinese, all of them", () => {
    for (const command of CaseCommandName.literals) {
      const text = promotionTextZhCN.CaseInWrongPhase({ command, phase: "none", allowed: CasePhase.literals } as never)
      expect(text).not.toMatch(/[a-z]/i)
    }
    for (const command of EntryCommand.literals) {
      const line = { problem: "1", unit: "2", command, status: "closed" } as const
      const text = promotionTextZhCN.EntryInWrongState({ ...line, allowed: EntryStatus.literals } as never)
      expect(text).not.toMatch(/[a-z]/i)
    }
  })

  it("are what the message of an error says, with its faults", () => {
    const wrong = new CaseInWrongPhase({ command: "Decide", phase: "none", allowed: ["reassessed"] })
    expect(wrong.message).toBe("Decide is not possible while the case is not applied for: it must be assessed again")
    const line = { problem: "p1", unit: "z07", command: "StartRectification", status: "opened" } as const
    expect(new EntryInWrongState({ ...line, allowed: ["planned"] }).message).toContain("opened, without a plan")
    const faults = [{ path: ["tasks", 0, "id"], problem: { _tag: "IdTaken", id: "t" } }] as const
    expect(new RulesInvalid({ faults }).message).toBe(
      'the rules of promotion have 1 fault(s)\n  tasks[0].id: the id "t" is taken: choose another'
    )
  })
})

/** A row of the page: the tag, and the two texts without the marks that a table needs. */
const rowsOf = (page: string): ReadonlyArray<string> =>
  page
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.replaceAll("\\|", "|"))

describe("the page of refusals", () => {
  const page = readFileSync(new URL("../../../docs/promotion-refusals.md", import.meta.url), "utf8")

  it("has every one of them, with its texts in both languages", () => {
    const rows = samples.map(
      ([message]) =>
        `| \`${message._tag}\` | ${render(promotionTextZhCN, message)} | ${render(promotionTextEn, message)} |`
    )
    expect(rowsOf(page).toSorted()).toEqual(rows.toSorted())
  })
})
