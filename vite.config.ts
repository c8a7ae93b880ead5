/** Builds the site: SolidStart's pages, Nitro's server behind our own entry, and the pictures that the forms name. */
import { fileURLToPath } from "node:url"
import { solidStart } from "@solidjs/start/config"
import { nitro } from "nitro/vite"
import { defineConfig, type Plugin } from "vite"
import config from "./app.config.ts"
import { sameBytes } from "./src/launcher/same-bytes.ts"
import { pictures } from "./src/pictures/plugin.ts"
import { forms } from "./surveys/forms.ts"
import { noReplies } from "./surveys/no-reply.ts"

/** School tablets that no longer get new browsers; on anything older the pages work without script. */
const olderTablets = ["chrome80", "safari13", "firefox78"]

/** Class mode's worker asks this site alone. */
const workerPolicy = "default-src 'none'; connect-src 'self'"

/** Nitro reads `entry`, but the type of its plugin leaves it out. */
const behindOurEntry: object = {
  preset: "node_server",
  entry: "./src/server/web.ts",
  compressPublicAssets: true,
  // It empties each of these before a build, and the programs lie in the same folder.
  output: { dir: ".output/nitro", publicDir: ".output/public", serverDir: ".output/server" },
  // Warnings and errors, without the advice to preview a build that the launcher serves.
  logLevel: 1,
  routeRules: {
    "/pictures/**": { headers: { "Cache-Control": "public, max-age=86400" } },
    "/class/worker.js": { headers: { "Cache-Control": "no-cache", "Content-Security-Policy": workerPolicy } },
  },
}

/** The script that is loaded later has no style and no parts, so that Vite's helper for these would only weigh. */
const plainImports: Plugin = {
  name: "plain-imports",
  enforce: "pre",
  load: (id) => (id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load()" : undefined),
}

/** Class mode's worker keeps one address, whatever it says: a browser looks there for a newer one. */
const classWorker: Plugin = {
  name: "class-worker",
  applyToEnvironment: ({ name }) => name === "client",
  buildStart() {
    const id = fileURLToPath(new URL("./src/browser/class/worker.ts", import.meta.url))
    this.emitFile({ type: "chunk", id, fileName: "class/worker.js" })
  },
}

const root = fileURLToPath(new URL("./", import.meta.url))

export default defineConfig({
  server: { host: config.host, port: config.port },
  plugins: [
    solidStart({ devOverlay: false }),
    nitro(behindOurEntry),
    plainImports,
    classWorker,
    pictures([forms, noReplies]),
    sameBytes(root),
  ],
  build: { cssTarget: olderTablets },
  environments: { client: { build: { target: olderTablets } } },
})
