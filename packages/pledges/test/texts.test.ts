import { readFileSync } from "node:fs"
import { type Catalogue, render } from "@zhengyou/core"
import {
  Channel,
  ChannelNotAllowed,
  FindingsOutstanding,
  PledgeCommand,
  PledgeCommandName,
  PledgeInWrongPhase,
  PledgePhase,
  type PledgesMessage,
  PolicyInvalid,
  pledgesTextEn,
  pledgesTextZhCN
} from "@zhengyou/pledges"
import { describe, expect, it } from "vitest"
import { coreSamples, samples } from "./messages.ts"

const catalogues: ReadonlyArray<readonly [string, Catalogue<PledgesMessage>]> = [
  ["en", pledgesTextEn],
  ["zh-CN", pledgesTextZhCN]
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
    expect([...new Set(cases.map(([tag]) => tag))].toSorted()).toEqual(Object.keys(catalogue).toSorted())
  })
})

describe("steps, phases and channels", () => {
  it("have the names that their commands have", () => {
    expect(PledgeCommandName.literals).toEqual(Object.keys(PledgeCommand.cases))
  })

  it("are in Chinese, all of them", () => {
    for (const command of PledgeCommandName.literals) {
      const refused = new PledgeInWrongPhase({ pledge: "1", command, phase: "none", allowed: PledgePhase.literals })
      expect(render(pledgesTextZhCN, refused)).not.toMatch(/[a-z]/i)
    }
    for (const channel of Channel.literals) {
      const how = { visibility: { _tag: "Public" }, channel, allowed: Channel.literals } as const
      expect(render(pledgesTextZhCN, new ChannelNotAllowed({ pledge: "1", ...how }))).not.toMatch(/[a-z]/i)
    }
  })

  it("are what the message of an error says, with its faults or findings", () => {
    const wrong = new PledgeInWrongPhase({
      pledge: "p1",
      command: "ReportPledge",
      phase: "none",
      allowed: ["published"]
    })
    expect(wrong.message).toBe(
      'ReportPledge is not possible while the pledge "p1" is not drafted: it must be published'
    )
    const channel = { visibility: { _tag: "Public" }, channel: "oral", allowed: ["website"] } as const
    expect(new ChannelNotAllowed({ pledge: "p1", ...channel }).message).toContain("use one of website")
    const faults = [{ path: ["rules", 0, "id"], problem: { _tag: "IdTwice", id: "t" } }] as const
    expect(new PolicyInvalid({ faults }).message).toBe(
      'the policy of pledges has 1 fault(s)\n  rules[0].id: the id "t" stands twice: choose another'
    )
    const problem = { _tag: "FieldMissing", field: "owner" } as const
    const finding = { principle: "feasible", severity: "error", path: ["owner"], problem } as const
    expect(new FindingsOutstanding({ pledge: "p1", findings: [finding] }).message).toContain(
      "\n  owner: nobody answers for it: name somebody"
    )
  })
})

/** A row of the page: the tag, and the two texts without the marks that a table needs. */
const rowsOf = (page: string): ReadonlyArray<string> =>
  page
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.replaceAll("\\|", "|"))

describe("the page of findings and refusals", () => {
  const page = readFileSync(new URL("../../../docs/pledges-refusals.md", import.meta.url), "utf8")

  it("has every one of them, with its texts in both languages", () => {
    const rows = samples.map(
      ([message]) => `| \`${message._tag}\` | ${render(pledgesTextZhCN, message)} | ${render(pledgesTextEn, message)} |`
    )
    expect(rowsOf(page).toSorted()).toEqual(rows.toSorted())
  })
})
