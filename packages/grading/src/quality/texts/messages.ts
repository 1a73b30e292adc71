import type { Alpha, Intraclass } from "../Agreement.ts"
import type { ScoresTooFine } from "../errors.ts"
import type { QualityFlag } from "../QualityFlag.ts"
import type { RaterSeverity } from "../RaterSeverity.ts"
import type { SelfAppraisal } from "../SelfAppraisal.ts"

/** Everything that the quality of panels says to people: its flags, and why figures could not be had. */
export type QualityMessage =
  | QualityFlag
  | ScoresTooFine
  | Exclude<Alpha | Intraclass, { readonly _tag: "Measured" }>
  | Exclude<RaterSeverity | SelfAppraisal, { readonly _tag: "Compared" }>
