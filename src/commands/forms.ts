/** Prints every wording, writes all wordings to a file, or shows what changed since such a file. */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { Console, Effect, Option, Schema } from "effect"
import { Command, Flag } from "effect/cli"
import { forms as allForms } from "../../surveys/forms.ts"
import { Unusable } from "./exit-code.ts"
import { writePaper } from "./paper-files.ts"
import { formLines } from "./print-forms.ts"
import { typedPath } from "./typed-path.ts"
import { textFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"
import { changesSince } from "./wordings/form-changes.ts"
import { exportForms, WordingsFile } from "./wordings/wordings-file.ts"

const flags = {
  exportTo: textFlag("export", "FILE", "Write the wording of every form, with versions and grades, as JSON").pipe(
    Flag.optional,
  ),
  compare: textFlag("compare", "OLD", "Show what changed in each age band since this file, made by --export").pipe(
    Flag.optional,
  ),
  paper: textFlag("paper", "FOLDER", "Write each form to print: A4, one file that any browser prints").pipe(
    Flag.optional,
  ),
}

const decodeFile = Schema.decodeUnknownEffect(WordingsFile, { onExcessProperty: "error" })

const readOld = Effect.fn("ask.forms.readOld")(function* (file: string) {
  const path = yield* typedPath(file)
  if (!existsSync(path)) return yield* new Unusable({ message: `There is no ${path}. Nothing was compared.` })
  const unusable = () =>
    new Unusable({
      message: `${path} is not a file of wordings. Nothing was compared. Name a file that ask forms --export wrote.`,
    })
  const value = yield* Effect.try({ try: (): unknown => JSON.parse(readFileSync(path, "utf8")), catch: unusable })
  return yield* decodeFile(value).pipe(Effect.mapError(unusable))
})

/** An earlier export is the only record of its words: it is never overwritten. */
const writeExport = Effect.fn("ask.forms.writeExport")(function* (file: string, text: string) {
  const path = yield* typedPath(file)
  yield* Effect.try({
    try: () => writeFileSync(path, text, { flag: "wx" }),
    catch: () =>
      new Unusable({ message: `${path} exists or cannot be written. Nothing was written. Name another file.` }),
  })
  yield* Console.log(`The wording of ${allForms.length} forms is in ${path}.`)
})

export const forms = Command.make(
  "forms",
  flags,
  Effect.fn("ask.forms")(function* ({ exportTo, compare, paper }) {
    if (Option.isSome(paper)) return yield* writePaper(paper.value, allForms)
    if (Option.isNone(exportTo) && Option.isNone(compare))
      return yield* Console.log(allForms.flatMap(formLines).join("\n"))
    const now = yield* exportForms(allForms)
    if (Option.isSome(compare)) yield* Console.log(changesSince(yield* readOld(compare.value), now).join("\n"))
    if (Option.isSome(exportTo)) yield* writeExport(exportTo.value, `${JSON.stringify(now, undefined, 2)}\n`)
  }),
).pipe(
  withSettings,
  Command.withDescription("Print every wording of every form, write them to a file, or compare them with such a file"),
  Command.withExamples([
    { command: "ask forms --export wordings-2027-01.json" },
    { command: "ask forms --compare wordings-2027-01.json" },
    { command: "ask forms --paper to-print" },
  ]),
)
