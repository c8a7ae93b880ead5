/** Serves the metrics on a port that only this machine reaches. */
import type { Server } from "node:http"
import type { Numbers } from "./numbers.ts"

/** Resolves with a sentence for the operator where the port cannot be opened; without a port, with nothing. */
export const openMetricsPort = async (
  port: number | undefined,
  numbers: () => Numbers,
): Promise<Server | string | undefined> => {
  if (port === undefined) return undefined
  // Loaded only where it is wanted: it takes memory, and a server of HTTP takes time too.
  const { serveMetrics } = await import("./metrics-server.ts")
  return serveMetrics(port, numbers)
}
