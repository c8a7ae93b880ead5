/** Writes each form to print as one file that needs nothing else: it opens without internet, and any browser prints it. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Console, Effect } from "effect"
import type { Form } from "../../policy/data/form.ts"
import { paperForm } from "../paper/paper-form.ts"
import { pictureFiles } from "../pictures/named.ts"
import { Unusable } from "./exit-code.ts"
import { typedPath } from "./typed-path.ts"

const withPictures = (form: Form): string => {
  const svgOf = new Map(pictureFiles(form).files.map(({ name, svg }) => [name, svg]))
  return paperForm(form).replace(/src="\/pictures\/([\w-]+)\.svg"/g, (_, name: string) => {
    const svg = Buffer.from(svgOf.get(name) ?? "").toString("base64")
    return `src="data:image/svg+xml;base64,${svg}"`
  })
}

/** A form that was printed may be in use: no file is overwritten. */
export const writePaper = Effect.fn("ask.forms.writePaper")(function* (folder: string, forms: readonly Form[]) {
  const path = yield* typedPath(folder)
  const files = forms.map((form) => ({ file: join(path, `${form.id}.html`), form }))
  const there = files.find(({ file }) => existsSync(file))
  if (there) return yield* new Unusable({ message: `${there.file} exists. Nothing was written. Name another folder.` })
  yield* Effect.try({
    try: () => {
      mkdirSync(path, { recursive: true })
      for (const { file, form } of files) writeFileSync(file, withPictures(form), { flag: "wx" })
    },
    catch: () => new Unusable({ message: `${path} cannot be written. Look at its rights, or name another folder.` }),
  })
  yield* Console.log(`${files.length} forms to print are in ${path}. Open each in a browser, and print it on A4.`)
})
