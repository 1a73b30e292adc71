// The closing line of CI, from vitest's JSON report; a run without a passed test is a failed one.
import * as Schema from "effect/Schema"
import { readText } from "./workspace.ts"

const Report = Schema.fromJsonString(
  Schema.Struct({
    success: Schema.Boolean,
    numPassedTests: Schema.Number,
    numFailedTests: Schema.Number,
    numPendingTests: Schema.Number,
    numTodoTests: Schema.Number
  })
)

const counts = Schema.decodeUnknownSync(Report)(readText(".vitest.json"))
const skipped = counts.numPendingTests + counts.numTodoTests
console.log(`Tests: ${counts.numPassedTests} passed, ${counts.numFailedTests} failed, ${skipped} skipped`)
process.exitCode = counts.success && counts.numPassedTests > 0 && counts.numFailedTests === 0 ? 0 : 1
