import type { ExplanationStep } from "../ExplanationStep.ts"

/** Everything that an explanation says to people: a text for each step. */
export type ExplanationMessage = ExplanationStep
