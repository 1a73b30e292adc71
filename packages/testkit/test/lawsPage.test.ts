import { textIn } from "@zhengyou/core"
import { type Law, laws } from "@zhengyou/testkit"
import { expect, it } from "vitest"

const head = `# The laws

What \`checkLaws\` of \`@zhengyou/testkit\` holds against a rule book, each with a real bug of another system that it would have caught. That one of the first
table is broken is most likely a mistake in the book; of the second, a fault of zhengyou. Where a law does not apply to a book, the report says why.
How to use them: [Testing your rules](guides/testing-your-rules.md).
`

const row = ({ id, says, witness }: Law): string =>
  `| \`${id}\` | ${textIn(says, "zh-CN")} | ${textIn(says, "en")} | ${textIn(witness.bug, "en")} (${witness.source}) |`

const table = (title: string, about: Law["about"]): string =>
  [
    `## ${title}`,
    "",
    "| law | 法则 | what it says | what it would have caught |",
    "| --- | --- | --- | --- |",
    ...laws.filter((law) => law.about === about).map(row),
    ""
  ].join("\n")

it("every law stands on the page of the laws, as it is", async () => {
  const page = [head, table("About the book", "book"), table("About the engine", "engine")].join("\n")
  await expect(page).toMatchFileSnapshot("../../../docs/laws.md")
})
