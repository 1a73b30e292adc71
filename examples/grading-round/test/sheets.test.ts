import { readFileSync } from "node:fs"
import path from "node:path"
import { exactUnsafe, isSameExact, one, round, times } from "@zhengyou/core"
import { Effect, Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Inputs, readFrame, readInputs } from "../src/inputs.ts"
import { madeUpSheets, publishedSeed } from "../src/madeUpSheets.ts"
import { workbookOf } from "../src/workbook.ts"
import { example } from "./program.ts"

const frame = await Effect.runPromise(readFrame(example))

describe("the made-up sheets", () => {
  it("are the workbook that is shipped, byte for byte", () => {
    const shipped = readFileSync(path.join(example, "sheets.xlsx"))
    const made = Result.getOrThrow(workbookOf(frame, publishedSeed))
    expect(Buffer.compare(made, shipped)).toBe(0)
  })

  it("are those of 37 branches: one of their own, seven of the committee, five of the experts", async () => {
    const { sheets }: Inputs = await Effect.runPromise(readInputs(example))
    const count = (panel: string) => sheets.filter((sheet) => sheet.panel === panel).length
    expect([count("self"), count("committee"), count("experts")]).toEqual([37, 37 * 7, 37 * 5])
  })

  it("give half marks from 0 to 20, whatever the seed", () => {
    const units = frame.roster.slice(0, 10)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
        const marks = madeUpSheets(units, seed).flatMap(({ cells }) => cells.filter((cell) => typeof cell !== "string"))
        for (const mark of marks) {
          const halves = times(mark, exactUnsafe(2))
          expect(isSameExact(round(halves, { mode: "trunc", digits: 0 }), halves)).toBe(true)
          expect(halves.n >= 0n && halves.n <= 40n * one.n).toBe(true)
        }
      }),
      { numRuns: 20 }
    )
  })
})

describe("the strict book", () => {
  it("is the book with a cap, and nothing else", () => {
    const { quotas, ...strict } = frame.strict
    const { quotas: none, ...book } = frame.book
    expect(none).toEqual([])
    expect(quotas).toMatchObject([{ kind: "cap", level: "advanced", ties: "exclude" }])
    expect({ ...strict, id: book.id, title: book.title }).toEqual(book)
  })
})
