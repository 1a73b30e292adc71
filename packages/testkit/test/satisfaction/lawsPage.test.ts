import { satisfactionLaws } from "@zhengyou/testkit/satisfaction"
import { expect, it } from "vitest"
import { lawsPage } from "../lawsPage.ts"

const head = `# The laws of satisfaction

What \`checkSatisfactionLaws\` of \`@zhengyou/testkit/satisfaction\` holds against a questionnaire and its formula, each with a real bug of another system that it would have
caught. That one of the first table is broken is most likely a mistake in the formula; of the second, a fault of zhengyou. Where a law does not apply, the
report says why. How to use them: [Testing your rules](guides/testing-your-rules.md).
`

it("every law stands on the page of the laws of satisfaction, as it is", async () => {
  await expect(lawsPage(head, "formula", satisfactionLaws)).toMatchFileSnapshot("../../../../docs/laws-satisfaction.md")
})
