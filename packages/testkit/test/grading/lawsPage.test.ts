import { laws } from "@zhengyou/testkit"
import { expect, it } from "vitest"
import { lawsPage } from "../lawsPage.ts"

const head = `# The laws

What \`checkLaws\` of \`@zhengyou/testkit\` holds against a rule book, each with a real bug of another system that it would have caught. That one of the first
table is broken is most likely a mistake in the book; of the second, a fault of zhengyou. Where a law does not apply to a book, the report says why.
How to use them: [Testing your rules](guides/testing-your-rules.md).
`

it("every law stands on the page of the laws, as it is", async () => {
  await expect(lawsPage(head, "book", laws)).toMatchFileSnapshot("../../../../docs/laws.md")
})
