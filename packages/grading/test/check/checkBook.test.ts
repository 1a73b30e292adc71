import { readFileSync } from "node:fs"
import { formatPath } from "@zhengyou/core"
import { checkBook, FindingProblem, parseRuleBook } from "@zhengyou/grading"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { plain, plainWith } from "../books.ts"
import { bookOf } from "../support.ts"
import { faulty } from "./faulty.ts"
import { isShown } from "./support.ts"

const read = (url: string) =>
  Result.getOrThrow(parseRuleBook(JSON.parse(readFileSync(new URL(url, import.meta.url), "utf8"))))

describe("a sound book gives no finding", () => {
  it.each(["r1", "r2", "r3", "r4"])("worked case %s", (name) => {
    expect(checkBook(bookOf(name))).toEqual([])
  })

  it.each(["book.json", "book-strict.json"])("the example round's %s", (name) => {
    expect(checkBook(read(`../../../../examples/grading-round/${name}`))).toEqual([])
  })

  it("the plain book that each fault is put into", () => {
    expect(checkBook(plainWith({}))).toEqual([])
  })
})

describe("a book with one fault gives this finding alone, and grading its witness shows it", () => {
  it.each(faulty.map((one) => [one.tag, formatPath(one.path), one] as const))("%s at %s", (tag, _, one) => {
    const book = plainWith(one.edit)
    const findings = checkBook(book, one.roster)
    expect(findings.map(({ path, problem }) => [problem._tag, path])).toEqual([[tag, one.path]])
    expect(findings[0]?.problem).toMatchObject(one.part ?? {})
    expect(findings.every((finding) => isShown(book, finding))).toBe(true)
  })

  it("for every kind of finding", () => {
    const tags = new Set<string>(faulty.map(({ tag }) => tag))
    expect(Object.keys(FindingProblem.cases).filter((tag) => !tags.has(tag))).toEqual(["NotDecided"])
  })
})

it("every kind of finding stands in the documentation", () => {
  const page = readFileSync(new URL("../../../../docs/findings.md", import.meta.url), "utf8")
  const told = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, tag]) => tag)
  expect(told.toSorted()).toEqual(Object.keys(FindingProblem.cases).toSorted())
})

describe("bounds", () => {
  const unlike = (a: object, b: object): object => ({ any: [{ all: [a, { not: b }] }, { all: [{ not: a }, b] }] })

  /** Whether an odd number of flags is set: nothing but trying them all tells what it can come to. */
  const isOdd = (flags: ReadonlyArray<string>): object => {
    const [fact, ...rest] = flags
    const middle = flags.length / 2
    return rest.length === 0
      ? { fact, op: "=", value: true, ifUnknown: false }
      : unlike(isOdd(flags.slice(0, middle)), isOdd(flags.slice(middle)))
  }

  const oddAndEven = (count: number) => {
    const flags = Array.from({ length: count }, (_, i) => `f${i}`)
    const when = { all: [isOdd(flags), { not: isOdd(flags) }] }
    const facts = flags.map((id) => ({ id, name: id, type: "flag" }))
    return plainWith({ facts, gates: [{ id: "g", name: "g", when, then: { atMost: "C" } }] })
  }

  it("says that it did not decide what is too large to be tried", () => {
    const found = (count: number) =>
      checkBook(oddAndEven(count)).map(({ path, severity, problem }) => [formatPath(path), severity, problem._tag])
    expect(found(4)).toEqual([["gates[0].when", "fault", "GateNeverFires"]])
    expect(found(16)).toEqual([["gates[0]", "notice", "NotDecided"]])
  })

  it("decides long conditions on one fact at once", () => {
    const when = { any: Array.from({ length: 5000 }, (_, i) => ({ fact: "rate", op: "=", value: `${i}/5000` })) }
    const facts = [{ id: "rate", name: "rate", type: "number", minimum: 1 }]
    const gates = [{ id: "g", name: "g", when, then: { atMost: "C" } }]
    expect(checkBook(plainWith({ facts, gates })).map(({ problem }) => problem._tag)).toEqual(["GateNeverFires"])
  })
})

describe("severity", () => {
  it("is a notice where a book may well mean it, and a fault otherwise", () => {
    const severities = (edit: object) => checkBook(plainWith(edit)).map(({ severity }) => severity)
    expect(severities({ bands: plain.bands.slice(0, 3), ladder: plain.ladder.slice(0, 3) })).toEqual(["fault"])
    expect(severities({ rounding: { total: { mode: "halfExpand", digits: 1 } } })).toEqual(["notice"])
  })
})
