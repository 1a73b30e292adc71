import { promotionLaws } from "@zhengyou/testkit/promotion"
import { expect, it } from "vitest"
import { lawsPage } from "../lawsPage.ts"

const head = `# The laws of promotion

What \`checkPromotionLaws\` of \`@zhengyou/testkit/promotion\` holds against rules of promotion, each with a real bug of another system that it would have caught.
That one of the first table is broken is most likely a mistake in the rules; of the second, a fault of zhengyou. Where a law does not apply to
rules, the report says why. How to use them: [Testing your rules](guides/testing-your-rules.md).
`

it("every law stands on the page of the laws, as it is", async () => {
  await expect(lawsPage(head, "rules", promotionLaws)).toMatchFileSnapshot("../../../../docs/laws-promotion.md")
})
