import { solidStart } from "@solidjs/start/config"
import { nitro } from "nitro/vite"
import { defineConfig, type Plugin } from "vite"
import { pictures } from "./src/pictures/plugin.ts"
import { forms } from "./surveys/forms.ts"

/** School tablets that no longer get new browsers; on anything older the pages work without script. */
const olderTablets = ["chrome80", "safari13", "firefox78"]

/** Nothing that tRPC's client exports acts on import: what the survey does not call is left out of its script. */
const lightScript: Plugin = {
  name: "light-script",
  configEnvironment: (name) =>
    name === "client"
      ? { build: { rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /@trpc/, sideEffects: false }] } } } }
      : undefined,
}

export default defineConfig({
  plugins: [
    solidStart({ devOverlay: false }),
    nitro({ preset: "node_server", entry: "./src/server/web.ts" } as never),
    lightScript,
    pictures(forms),
  ],
  build: { cssTarget: olderTablets },
  environments: { client: { build: { target: olderTablets } } },
})
