import { textIn } from "@zhengyou/core"
import type { LawWords } from "@zhengyou/testkit"

const row = ({ id, says, witness }: LawWords): string =>
  `| \`${id}\` | ${textIn(says, "zh-CN")} | ${textIn(says, "en")} | ${textIn(witness.bug, "en")} (${witness.source}) |`

const table = (title: string, laws: ReadonlyArray<LawWords>): ReadonlyArray<string> =>
  laws.length === 0
    ? []
    : [
        `## ${title}`,
        "",
        "| law | 法则 | what it says | what it would have caught |",
        "| --- | --- | --- | --- |",
        ...laws.map(row),
        ""
      ]

/** A page of the docs that lists laws: under its head those about the rules, named as they are there, then those about the engine. */
export const lawsPage = (head: string, rules: string, laws: ReadonlyArray<LawWords>): string =>
  [
    head,
    ...table(
      `About the ${rules}`,
      laws.filter(({ about }) => about === "book")
    ),
    ...table(
      "About the engine",
      laws.filter(({ about }) => about === "engine")
    )
  ].join("\n")
