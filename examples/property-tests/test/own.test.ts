import { grade } from "@zhengyou/grading"
import { inputsFor } from "@zhengyou/testkit"
import { Result } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { bookOf } from "../src/book.ts"

// A rule of this team's own, held against generated rounds of its book.
it("no window is excellent whose satisfaction is below 90 %", () => {
  const book = bookOf("book.json")
  fc.assert(
    fc.property(inputsFor(book, { complete: true }), (inputs) => {
      const { outcomes } = Result.getOrThrow(grade(book, inputs))
      for (const { unit, value } of inputs.facts) {
        const isLow = value._tag === "Number" && value.value.n * 10n < value.value.d * 9n
        const outcome = outcomes.find((one) => one.unit === unit)
        if (isLow) expect(outcome).not.toMatchObject({ level: "excellent" })
      }
    })
  )
})
