// pnpm start, or DATABASE=postgres://… PORT=8080 pnpm start
import { startServer } from "./server.ts"

const { url, stop } = await startServer(
  process.env["DATABASE"] ?? "sqlite:campus.sqlite",
  Number(process.env["PORT"] ?? 3000)
)
console.log(`请打开 ${url}`)
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void stop())
