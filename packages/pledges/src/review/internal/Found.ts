import type { Path } from "@zhengyou/core"
import type { CheckName } from "../../policy/checks.ts"
import type { FindingProblem } from "../Finding.ts"

/** What a check found and where, before the policy says under which principle and how grave it is. */
export interface Found {
  readonly path: Path
  readonly problem: Extract<FindingProblem, { readonly _tag: CheckName }>
}
