/** The server behind the port of metrics: it answers one address, and a few connections at a time. */
import { createServer, type Server } from "node:http"
import { metricsText } from "./metrics.ts"
import type { Numbers } from "./numbers.ts"

const type = "application/openmetrics-text; version=1.0.0; charset=utf-8"

/** Resolves with a sentence for the operator where the port cannot be opened. */
export const serveMetrics = (port: number, numbers: () => Numbers): Promise<Server | string> =>
  new Promise((resolve) => {
    const server = createServer({ requestTimeout: 5_000, headersTimeout: 5_000 }, (request, response) => {
      const isAsked = request.url === "/metrics" && request.method === "GET"
      response.writeHead(isAsked ? 200 : 404, { "Content-Type": isAsked ? type : "text/plain", Connection: "close" })
      response.end(isAsked ? metricsText(numbers()) : "Only /metrics is here.\n")
    })
    server.maxConnections = 8
    server.once("error", (error: NodeJS.ErrnoException) =>
      resolve(
        `The metrics cannot be served on port ${port} (${error.code}): set METRICS_PORT to another, or leave it out.`,
      ),
    )
    server.listen(port, "127.0.0.1", () => resolve(server))
  })
