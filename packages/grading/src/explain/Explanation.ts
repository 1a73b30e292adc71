import { Id, Text } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { ExplanationStep } from "./ExplanationStep.ts"

/** A step with the steps that it is made of, in the order of the pipeline. */
export interface ExplanationNode {
  readonly step: ExplanationStep
  readonly parts: ReadonlyArray<ExplanationNode>
}

/** A step with its parts as JSON. */
export interface EncodedExplanationNode {
  readonly step: typeof ExplanationStep.Encoded
  readonly parts: ReadonlyArray<EncodedExplanationNode>
}

/** The codec of {@link ExplanationNode}. */
export const ExplanationNode: Schema.Codec<ExplanationNode, EncodedExplanationNode> = Schema.Struct({
  step: ExplanationStep,
  parts: Schema.Array(Schema.suspend((): Schema.Codec<ExplanationNode, EncodedExplanationNode> => ExplanationNode))
}).annotate({ identifier: "ExplanationNode" })

/** How an outcome came to be (定级说明): a tree of steps, the outcome at its root, under a version of a book. */
export const Explanation = Schema.Struct({
  book: Schema.Struct({ id: Id, version: Id, title: Text }),
  root: ExplanationNode
}).annotate({ identifier: "Explanation" })
export interface Explanation extends Schema.Schema.Type<typeof Explanation> {}

/** A step of an explanation with its depth under the root, which has 0. */
export interface StepAt {
  readonly depth: number
  readonly step: ExplanationStep
}

const stepsUnder = ({ step, parts }: ExplanationNode, depth: number): ReadonlyArray<StepAt> => [
  { depth, step },
  ...parts.flatMap((part) => stepsUnder(part, depth + 1))
]

/** All steps of an explanation, each before its parts. */
export const stepsOf = ({ root }: Explanation): ReadonlyArray<StepAt> => stepsUnder(root, 0)
