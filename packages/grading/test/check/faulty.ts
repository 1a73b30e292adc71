import { faultyMarks } from "./faultyMarks.ts"
import { faultyRules } from "./faultyRules.ts"
import type { Faulty } from "./parts.ts"

/** For every kind of finding, books that have it and no other. */
export const faulty: ReadonlyArray<Faulty> = [...faultyMarks, ...faultyRules]
