/** The web process: its own HTTP server in front of the site, with limits, safe headers on every answer, and a drain. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { useNitroApp } from "nitro/app"
import { fetchViteEnv } from "nitro/vite/runtime"
import { toNodeHandler } from "srvx/node"
import type { FromWeb, ToWeb } from "../launcher/message.ts"
import { impediment } from "./limits.ts"

const site = useNitroApp()
/** A post is never for a file, and need not pass the layer that serves them. */
const handle = toNodeHandler((request) =>
  request.method === "POST" ? fetchViteEnv("ssr", request) : site.fetch(request),
)
const tell = (message: FromWeb): void => {
  process.send?.(message)
}

const headersOfEveryAnswer = {
  "Content-Security-Policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Referrer-Policy": "same-origin",
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
}

let draining = false

const answer = (request: IncomingMessage, response: ServerResponse): void => {
  // A kept connection would otherwise bring the next request, and the next, and the drain would never end.
  if (draining) response.setHeader("Connection", "close")
  for (const [name, value] of Object.entries(headersOfEveryAnswer)) response.setHeader(name, value)
  const refusal = impediment(request)
  if (refusal) {
    response.writeHead(refusal.status, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" })
    response.end(refusal.words)
    return
  }
  const handled = handle(request as never, response as never)
  Promise.resolve(handled).catch(() => {
    if (!response.headersSent) response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" })
    response.end("Something went wrong on our side. Nothing was kept. Please try again.")
  })
}

/** Milliseconds. A client that stalls or hangs up holds a connection no longer than this. */
const server = createServer(
  { requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: 5_000, connectionsCheckingInterval: 2_000 },
  answer,
)

const drain = (): void => {
  draining = true
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  // One that was being answered as the drain began is kept by its client, and idle a moment later.
  setInterval(() => server.closeIdleConnections(), 50)
}

// Loads the site before the port opens, so that the first child does not wait for it.
await site.fetch(new Request("http://localhost/health"))

process.on("message", (message: ToWeb) => {
  if (message.kind === "drain") drain()
})
// Without its launcher nothing it takes could be kept, and a request under way would hold the port.
process.on("disconnect", () => process.exit(0))
// The launcher decides when it ends.
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => undefined)

server.on("error", (error: NodeJS.ErrnoException) => tell({ kind: "failed-to-listen", code: error.code ?? "unknown" }))

const host = process.env["HOST"] ?? "127.0.0.1"
server.listen(Number(process.env["PORT"] ?? 3000), host, () => {
  const { port } = server.address() as AddressInfo
  tell({ kind: "ready", url: `http://${host.includes(":") ? `[${host}]` : host}:${port}` })
})
