import { solidStart } from "@solidjs/start/config"
import { nitro } from "nitro/vite"
import { defineConfig } from "vite"
import { pictures } from "./src/pictures/plugin.ts"
import { forms } from "./surveys/forms.ts"

export default defineConfig({
  plugins: [
    solidStart({ devOverlay: false }),
    nitro({ preset: "node_server", entry: "./src/server/web.ts" } as never),
    pictures(forms),
  ],
  environments: { client: { build: { target: ["chrome80", "safari13", "firefox78"] } } },
})
