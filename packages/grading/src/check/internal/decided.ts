import type { Named, Path } from "@zhengyou/core"
import { named } from "../../internal/named.ts"
import type { Finding } from "../Finding.ts"
import type { Found } from "./search.ts"
import { findingOf, witnessOf } from "./witness.ts"

/** That a question about a rule was too large to be decided: it has no inputs that could show it. */
export const notDecided = (path: Path, rule: Named): ReadonlyArray<Finding> => [
  findingOf(path, { _tag: "NotDecided", rule: named(rule) }, witnessOf({ units: [], sheets: [], facts: [] }, undefined))
]

/** What several searches found together: facts where one did, nothing where none can. */
export const anyOf = (searches: ReadonlyArray<() => Found>): Found => {
  let isTooLarge = false
  for (const search of searches) {
    const found = search()
    if (found._tag === "Found") return found
    if (found._tag === "TooLarge") isTooLarge = true
  }
  return { _tag: isTooLarge ? "TooLarge" : "Nothing" }
}
