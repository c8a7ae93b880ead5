/** Writes the codebook for analysts: every variable with its codes, labels, wordings and definition, in three formats. */
import { Console, Effect } from "effect"
import { Command } from "effect/cli"
import { Evidence } from "../../db/evidence/evidence.ts"
import { today } from "../../policy/civil-day.ts"
import { codebook as variables } from "../../surveys/codebook/codebook.ts"
import { codebookCsv } from "../analysis/codebook-csv.ts"
import { codebookDdi } from "../analysis/codebook-ddi.ts"
import { codebookHtml } from "../analysis/codebook-html.ts"
import { weightEntry } from "../analysis/weights/weight-entry.ts"
import { readWeight, weightNames } from "../analysis/weights/weight-folder.ts"
import { Settings } from "../deployment/settings.ts"
import type { StorageSettings } from "../deployment/storage.ts"
import { Unusable } from "./exit-code.ts"
import { onEvidence } from "./on-evidence.ts"
import { typedPath } from "./typed-path.ts"
import { textFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"
import { writeFolder } from "./write-folder.ts"

/** A deployment without weights needs no store. */
const weightEntries = Effect.fnUntraced(function* ({ dataDir }: StorageSettings) {
  const names = weightNames(dataDir)
  if (names.length === 0) return []
  const weights = yield* onEvidence(
    Effect.flatMap(Evidence, (evidence) => Effect.forEach(names, (name) => readWeight(evidence, dataDir, name))),
  )
  return weights.map(weightEntry)
})

export const codebook = Command.make(
  "codebook",
  { out: textFlag("out", "FOLDER", "The folder for codebook.html, codebook.csv and codebook.xml") },
  Effect.fn("ask.codebook")(function* ({ out }) {
    const folder = yield* typedPath(out)
    const made = yield* today
    const { storage } = yield* Settings
    const entries = [...variables, ...(yield* weightEntries(storage))]
    yield* Effect.try({
      try: () =>
        writeFolder(folder, {
          "codebook.html": [codebookHtml(entries, made)],
          "codebook.csv": [codebookCsv(entries)],
          "codebook.xml": [codebookDdi(entries, made)],
        }),
      catch: () =>
        new Unusable({
          message: `${folder} cannot be written to. Nothing was written. Name another folder with --out.`,
        }),
    })
    yield* Console.log(`The codebook of ${entries.length} variables is in ${folder}.`)
  }),
).pipe(
  withSettings,
  Command.withDescription("Write the codebook: variables, codes, labels, missing values and definitions"),
  Command.withExamples([{ command: "ask codebook --out codebook" }]),
)
