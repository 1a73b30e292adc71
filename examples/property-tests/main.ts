import { checkLaws, renderLawReport } from "@zhengyou/testkit"
import { bookOf } from "./src/book.ts"
import { options } from "./src/options.ts"

// The book that was adopted, and the draft in which somebody wrote ">" for "<" in the gate.
for (const name of ["book.json", "book-draft.json"]) {
  console.log(renderLawReport(checkLaws(bookOf(name), options), "zh-CN"))
  console.log()
}
