import { solidStart } from "@solidjs/start/config"
import { nitro } from "nitro/vite"
import { defineConfig } from "vite"
import { pictures } from "./src/pictures/plugin.ts"
import { forms } from "./surveys/forms.ts"

/** School tablets that no longer get new browsers; on anything older the pages work without script. */
const olderTablets = ["chrome80", "safari13", "firefox78"]

/** Nothing that tRPC's client exports acts on import: what is not used may go. */
const treeshake = { moduleSideEffects: [{ test: /@trpc/, sideEffects: false }] }

export default defineConfig({
  plugins: [
    solidStart({ devOverlay: false }),
    nitro({ preset: "node_server", entry: "./src/server/web.ts" } as never),
    pictures(forms),
  ],
  environments: {
    client: { build: { target: olderTablets, rolldownOptions: { treeshake } } },
    ssr: { build: { cssTarget: olderTablets } },
  },
})
