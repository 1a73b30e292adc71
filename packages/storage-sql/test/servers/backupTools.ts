import { execFileSync } from "node:child_process"

/** What a program says that it is; nothing where there is none. */
const versionOf = (program: string): string | undefined => {
  try {
    return execFileSync(program, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim()
  } catch {
    return undefined
  }
}

const majorOf = (text: string | undefined): number => Number(/\d+/.exec(text ?? "")?.[0] ?? 0)

/** Why backups of a PostgreSQL cannot be tried here; nothing where they can. */
export const postgresToolsMissing = (server: string | undefined): string | undefined => {
  const tools = ["pg_dump", "pg_restore"].map((tool) => [tool, versionOf(tool)] as const)
  const missing = tools.find(([, version]) => version === undefined)
  if (missing !== undefined) return `there is no ${missing[0]} here`
  const older = tools.find(([, version]) => majorOf(version) < majorOf(server))
  return older === undefined ? undefined : `${older[1]} is older than the server`
}

/** The same for MySQL and MariaDB. */
export const mysqlToolsMissing = (): string | undefined => {
  const missing = ["mysqldump", "mysql"].find((tool) => versionOf(tool) === undefined)
  return missing === undefined ? undefined : `there is no ${missing} here`
}
