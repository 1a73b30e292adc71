// Loaded before main.ts: kills the process, as a power cut would, right before the SQL statement whose number DIE_AT says.
// Without it the number of statements is written to the file that COUNT_TO names.
import { writeFileSync } from "node:fs"
import { StatementSync } from "node:sqlite"

const { DIE_AT, COUNT_TO } = process.env
let statements = 0

for (const method of ["all", "get", "run"] as const) {
  const original: unknown = StatementSync.prototype[method]
  if (typeof original !== "function") throw new Error(`no StatementSync.${method}`)
  Reflect.set(StatementSync.prototype, method, function (this: StatementSync, ...values: ReadonlyArray<unknown>) {
    statements += 1
    if (statements === Number(DIE_AT)) process.kill(process.pid, "SIGKILL")
    return Reflect.apply(original, this, values)
  })
}

process.on("exit", () => {
  if (COUNT_TO !== undefined) writeFileSync(COUNT_TO, String(statements))
})
