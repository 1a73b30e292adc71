import { grade, parseRuleBook, recompute, whyNot } from "@zhengyou/grading"

/**
 * What laws are held against: the functions of `@zhengyou/grading`, or others of the same shape.
 *
 * **When to use**
 *
 * To hold the laws against a variant of the engine, such as one with a fault put in on purpose.
 */
export interface Engine {
  readonly grade: typeof grade
  readonly parseRuleBook: typeof parseRuleBook
  readonly recompute: typeof recompute
  readonly whyNot: typeof whyNot
}

/** The engine of `@zhengyou/grading`. */
export const gradingEngine: Engine = { grade, parseRuleBook, recompute, whyNot }
