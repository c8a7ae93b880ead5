/** Writes the pictures that the forms name into the build, and stops it if one is missing; serves them while developing. */
import type { Plugin } from "vite"
import { pictureFiles } from "./named.ts"

export const pictures = (forms: unknown): Plugin => ({
  name: "pictures",
  configureServer: ({ middlewares }) => {
    const { files } = pictureFiles(forms)
    middlewares.use("/pictures", ({ url }, response, next) => {
      const picture = files.find(({ name }) => url === `/${name}.svg`)
      if (picture === undefined) return next()
      response.setHeader("Content-Type", "image/svg+xml").end(picture.svg)
    })
  },
  applyToEnvironment: (environment) => environment.name === "client",
  generateBundle() {
    const { files, missing } = pictureFiles(forms)
    if (missing.length > 0) this.error(`no picture is called ${missing.join(", ")}`)
    for (const { name, svg } of files) this.emitFile({ type: "asset", fileName: `pictures/${name}.svg`, source: svg })
  },
})
