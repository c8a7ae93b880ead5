/** Serves the pages from source, as Vite transforms them, and has the browser reload when they change. */
import { realpathSync } from "node:fs"
import { createServer as createHttpServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { solidStart } from "@solidjs/start/config"
import { NodeRequest, sendNodeResponse } from "srvx/node"
import { createServer, isRunnableDevEnvironment } from "vite"
import { forms } from "../../surveys/forms.ts"
import { noReplies } from "../../surveys/no-reply.ts"
import type { FromWeb, Keys, ToWeb } from "../deployment/messages.ts"
import { siteUrl } from "../deployment/site-url.ts"
import { projectRoot } from "../deployment/storage.ts"
import { webSettings } from "../deployment/web-deployment.ts"
import type site from "../entry-server.tsx"
import { pictures } from "../pictures/plugin.ts"
import { impediment } from "../server/limits.ts"
import { generatedModules, reload, withReload } from "./reload.ts"
import { remembered } from "./remembered.ts"

const http = createHttpServer()
const send = (message: FromWeb): void => {
  process.send?.(message)
}

/** Removed with the packages, so that nothing made by older ones is used. */
const cacheDir = "node_modules/.vite-dev"

const vite = await createServer({
  configFile: false,
  appType: "custom",
  logLevel: "warn",
  cacheDir,
  plugins: [
    generatedModules,
    remembered(
      solidStart({ devOverlay: false, serverFunctions: { filter: { include: "nothing" } } }),
      join(projectRoot, cacheDir, "babel"),
    ),
    pictures([forms, noReplies]),
    reload,
  ],
  // Named here, they need not be looked for each time.
  optimizeDeps: {
    noDiscovery: true,
    include: ["solid-js", "solid-js/web"],
  },
  server: {
    middlewareMode: true,
    hmr: { server: http },
    fs: { allow: [projectRoot, realpathSync(join(projectRoot, "node_modules"))] },
  },
})
const { ssr } = vite.environments
if (ssr === undefined || !isRunnableDevEnvironment(ssr)) throw new Error("Vite has no environment for the server.")

const answer = async (request: Request): Promise<Response> => {
  const entry = await ssr.runner.import<{ readonly default: typeof site }>("/src/entry-server.tsx")
  return withReload(await entry.default.fetch(request))
}

http.on("request", (request, response) => {
  // Each page gets a script, which it could not while it is compressed.
  delete request.headers["accept-encoding"]
  vite.middlewares(request, response, async (error?: unknown) => {
    const refusal = impediment(request)
    if (refusal) return void response.writeHead(refusal.status).end(refusal.words)
    try {
      if (error) throw error
      await sendNodeResponse(response, await answer(new NodeRequest({ req: request, res: response })))
    } catch (cause) {
      if (cause instanceof Error) vite.ssrFixStacktrace(cause)
      console.error(cause)
      if (!response.headersSent) response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" })
      response.end(cause instanceof Error ? cause.stack : "An error without a stack.")
    }
  })
})

let keys: Keys | undefined
const receive = async (message: ToWeb): Promise<void> => {
  if (message.kind === "keys") keys = message
  if (message.kind !== "drain") return
  http.closeAllConnections()
  await vite.close()
  process.exit(0)
}
process.on("message", receive)

/** A change builds the channel again: the new one gets the last keys, and the old one hears nothing more. */
let channel: ((message: ToWeb) => void) | undefined
process.on("newListener", (event, listener: (message: ToWeb) => void) => {
  if (event !== "message") return
  if (channel) process.off("message", channel)
  channel = listener
  queueMicrotask(() => keys && listener(keys))
})

process.on("disconnect", () => process.exit(0))
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => undefined)

http.on("error", (error: NodeJS.ErrnoException) => send({ kind: "failed-to-listen", code: error.code ?? "unknown" }))

// Loads the site before the port opens, so that the first page does not wait for it.
await answer(new Request("http://localhost/survey/9-12"))
const { host, port } = webSettings(process.env)
http.listen(port, host, () => {
  const address = http.address() as AddressInfo
  send({ kind: "ready", url: siteUrl(host, address.port) })
})
