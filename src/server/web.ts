/** The web process: its own HTTP server in front of the site, with limits on every connection, and a drain. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo, Socket } from "node:net"
import { useNitroApp } from "nitro/app"
import { fetchViteEnv } from "nitro/vite/runtime"
import { toNodeHandler } from "srvx/node"
import { addressesOf } from "../../policy/deployment/contacts.ts"
import { type FromWeb, isToWeb } from "../deployment/messages.ts"
import { siteUrl } from "../deployment/site-url.ts"
import { answerFailure, answering, type Exchange } from "./answer.ts"
import { door } from "./door.ts"
import { deployment, host, port } from "./environment.ts"
import { lastResort } from "./last-resort.ts"
import { rawReply, setHeadersOfEveryReply } from "./replies.ts"
import { readBodies } from "./request-body.ts"
import { watchSockets } from "./sockets.ts"
import { takingTurns, usualLimits } from "./turns.ts"

const site = useNitroApp()
/** A post is never for a file, and need not pass the layer that serves them. */
const handle = toNodeHandler((request) =>
  request.method === "POST" ? fetchViteEnv("ssr", request) : site.fetch(request),
)
const tell = (message: FromWeb): void => {
  process.send?.(message)
}

const last = lastResort<Exchange>(tell, answerFailure)
/** Eight thousand idle connections take about 150 MB; a reply gets 20 seconds, or more where it is long. */
const sockets = watchSockets(
  { most: 8_192, unread: 32 * 1024 * 1024, reading: 20_000, bytesASecond: 8_192, answering: 15_000 },
  answerFailure,
)
const { contacts, origin } = deployment
const security = contacts?.security
const answer = answering({
  handle: ({ request, response }) => handle(request as never, response as never),
  take: takingTurns(usualLimits),
  bodies: readBodies(32 * 1024 * 1024),
  last,
  security: security && { addresses: addressesOf(security), origin },
})

let draining = false

const take = (request: IncomingMessage, response: ServerResponse, proceed?: () => void): void => {
  // A kept connection would otherwise bring the next request, and the next, and the drain would never end.
  if (draining) response.setHeader("Connection", "close")
  setHeadersOfEveryReply(response)
  const exchange = { request, response }
  if (sockets.begin(exchange)) answer(exchange, proceed)
}

/** Milliseconds. A client that stalls, on sending or on reading, or hangs up holds a connection no longer than this. */
const patience = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
}
// The checks find a missing host themselves, so that its refusal has the headers of every reply.
const server = createServer({ ...patience, requireHostHeader: false, optimizeEmptyRequests: true, noDelay: true })
server.timeout = 20_000

server.on("request", (request, response) => take(request, response))
// Nobody is asked for a body that would be refused.
server.on("checkContinue", (request, response) => take(request, response, () => response.writeContinue()))
server.on("checkExpectation", (request, response) => take(request, response))
server.on("connection", (socket: Socket) => sockets.connected(socket))
server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => sockets.refuse(socket, rawReply(error.code)))
setInterval(() => sockets.check(), 1_000).unref()

const drain = (): void => {
  draining = true
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  // One that was being answered as the drain began is kept by its client, and idle a moment later.
  setInterval(() => server.closeIdleConnections(), 50)
}

// Loads the site before the port opens, so that the first child does not wait for it.
await site.fetch(new Request("http://localhost/health"))

process.on("message", (message) => {
  if (isToWeb(message) && message.kind === "drain") drain()
})
// Without its launcher nothing it takes could be kept, and a request under way would hold the port.
process.on("disconnect", () => process.exit(0))
// The launcher decides when it ends.
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => undefined)

server.on("error", (error: NodeJS.ErrnoException) => tell({ kind: "failed-to-listen", code: error.code ?? "unknown" }))

server.listen(door ?? { host, port }, () => {
  last.guard()
  // Nobody reads a stack from here on, and each pipelined request that is dropped would make one.
  Error.stackTraceLimit = 0
  const address = server.address() as AddressInfo
  tell({ kind: "ready", url: siteUrl(host, address.port) })
})
