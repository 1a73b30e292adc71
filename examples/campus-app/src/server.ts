// The application as a server: the database, the round, the routes.
import type { AddressInfo } from "node:net"
import { serve } from "@hono/node-server"
import { makeApp } from "./app.ts"
import { openDatabase } from "./database.ts"
import { makeRaters } from "./raters.ts"
import { openRound } from "./round.ts"

/** Starts the application; `stop` leaves nothing open, so that the process ends by itself. */
export const startServer = async (
  address: string,
  port: number
): Promise<{ url: string; stop: () => Promise<void> }> => {
  const database = await openDatabase(address)
  await database.prepare(makeRaters)
  await openRound(database.store)
  const { fetch } = makeApp(database)
  return new Promise((resolve) => {
    const server = serve({ fetch, port, hostname: "127.0.0.1" }, (info: AddressInfo) => {
      const stop = async (): Promise<void> => {
        await new Promise((done) => server.close(done))
        await database.close()
      }
      resolve({ url: `http://127.0.0.1:${info.port}/`, stop })
    })
  })
}
