import { readFileSync } from "node:fs"
import { parseRuleBook, type RuleBook } from "@zhengyou/grading"
import { Result } from "effect"

/** A rule book of this folder. */
export const bookOf = (name: string): RuleBook =>
  Result.getOrThrow(parseRuleBook(JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), "utf8"))))
