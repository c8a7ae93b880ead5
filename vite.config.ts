/** How the site is built: SolidStart's pages, Nitro's server behind our own entry, and the pictures that the forms name. */
import { solidStart } from "@solidjs/start/config"
import { nitro } from "nitro/vite"
import { defineConfig, type Plugin } from "vite"
import config from "./app.config.ts"
import { pictures } from "./src/pictures/plugin.ts"
import { forms } from "./surveys/forms.ts"

/** School tablets that no longer get new browsers; on anything older the pages work without script. */
const olderTablets = ["chrome80", "safari13", "firefox78"]

/** Nitro reads `entry`, but the type of its plugin leaves it out. */
const behindOurEntry: object = {
  preset: "node_server",
  entry: "./src/server/web.ts",
  compressPublicAssets: true,
  routeRules: { "/pictures/**": { headers: { "Cache-Control": "public, max-age=86400" } } },
}

/** Nothing that tRPC's client exports acts on import: what the survey does not call is left out of its script. */
const lightScript: Plugin = {
  name: "light-script",
  configEnvironment: (name) =>
    name === "client"
      ? { build: { rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /@trpc/, sideEffects: false }] } } } }
      : undefined,
}

export default defineConfig({
  server: { host: config.host, port: config.port },
  plugins: [solidStart({ devOverlay: false }), nitro(behindOurEntry), lightScript, pictures(forms)],
  build: { cssTarget: olderTablets },
  environments: { client: { build: { target: olderTablets } } },
})
