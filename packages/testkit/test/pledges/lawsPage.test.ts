import { pledgeLaws } from "@zhengyou/testkit/pledges"
import { expect, it } from "vitest"
import { lawsPage } from "../lawsPage.ts"

const head = `# The laws of pledges

What \`checkPledgeLaws\` of \`@zhengyou/testkit/pledges\` holds against a pledge policy, each with a real bug of another system that it would have caught. That one of the
first table is broken is a question to those who wrote the policy; of the second, a fault of zhengyou. Where a law does not apply to a policy, the report says why.
How to use them: [Testing your rules](guides/testing-your-rules.md#rules-of-pledges).
`

it("every law of pledges stands on its page, as it is", async () => {
  await expect(lawsPage(head, "policy", pledgeLaws)).toMatchFileSnapshot("../../../../docs/laws-pledges.md")
})
