/** Writes the pictures that the forms name into the build, and stops it where one is missing. */
import type { Plugin } from "vite"
import { pictureFiles } from "./named.ts"

export const pictures = (forms: unknown): Plugin => ({
  name: "pictures",
  applyToEnvironment: (environment) => environment.name === "client",
  generateBundle() {
    const { files, missing } = pictureFiles(forms)
    if (missing.length > 0) this.error(`no picture is called ${missing.join(", ")}`)
    for (const { name, svg } of files) this.emitFile({ type: "asset", fileName: `pictures/${name}.svg`, source: svg })
  },
})
