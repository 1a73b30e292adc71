// TypeScript 7 with Effect's own diagnostics built in: the same flags as `tsc`, and an effect that nobody runs is an
// error. Where the platform has no such binary, plain `tsc` does the work.
import { spawnSync } from "node:child_process"
import path from "node:path"

const shell = process.platform === "win32"
const launcher = path.resolve(import.meta.dirname, "../node_modules/.bin/effect-tsgo")
const probe = spawnSync(launcher, ["get-exe-path"], { encoding: "utf8", shell })
const found = probe.status === 0 ? probe.stdout.trim() : ""
const compiler = found === "" ? "tsc" : found

process.exitCode =
  spawnSync(compiler, process.argv.slice(2), { stdio: "inherit", shell: compiler === "tsc" && shell }).status ?? 1
