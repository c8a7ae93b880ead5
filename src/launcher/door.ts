/** Opens the port that `web` answers on: `web` itself gets no network, only this one listening port. */
import { createServer, type Server } from "node:net"
import { setTimeout as delay } from "node:timers/promises"
import { siteUrl } from "../deployment/site-url.ts"

export interface Door {
  readonly server: Server
  readonly url: string
  readonly port: number
}

/** Milliseconds. After a crash the old process may hold the port for a moment. */
const patience = 1_500
const betweenTries = 100

const tryDoor = (host: string, port: number): Promise<Door | string> =>
  new Promise((resolve) => {
    // A client that connects before `web` has the port tries again.
    const server = createServer((socket) => socket.destroy())
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"))
    server.listen(port, host, () => {
      const address = server.address()
      if (typeof address !== "object" || address === null) return resolve("unknown")
      resolve({ server, url: siteUrl(host, address.port), port: address.port })
    })
  })

/** Returns the code of the system's error where the port cannot be opened. */
export const openDoor = async (host: string, port: number): Promise<Door | string> => {
  for (let waited = 0; ; waited += betweenTries) {
    const door = await tryDoor(host, port)
    if (door !== "EADDRINUSE" || waited >= patience) return door
    await delay(betweenTries)
  }
}
