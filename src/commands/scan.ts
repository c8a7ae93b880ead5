/** Looks at every byte that stores, keys and backups leave on the disk; prints file and position, never the text found. */
import { existsSync, readFileSync } from "node:fs"
import { Console, Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { geographyFolder, readIndex } from "../../db/geography/index-folder.ts"
import { shortestWord } from "../../db/residue/planted-words.ts"
import { type ResidueReport, recordResidue } from "../../db/residue/report.ts"
import { Settings } from "../deployment/settings.ts"
import { evidenceFiles, evidenceSource, type StorageSettings } from "../deployment/storage.ts"
import { FaultsFound, Unusable } from "./exit-code.ts"
import { residueLines, scanProgress } from "./residue-lines.ts"
import { scanStores } from "./scan-stores.ts"
import { typedPath } from "./typed-path.ts"
import { textFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

const openedEvidence = (storage: StorageSettings, readOnly: boolean) =>
  openEvidence({
    source: { ...evidenceSource(storage), readOnly, isLongJob: true },
    mode: storage.mode,
    upgrade: false,
  })

/** Without an evidence store no day is destroyed. */
const destroyedDays = (storage: StorageSettings): Effect.Effect<readonly string[]> =>
  openedEvidence(storage, true).pipe(
    Effect.flatMap(({ arrivals }) => arrivals.days),
    Effect.map((days) => days.filter(({ state }) => state === "complete").map(({ day }) => day)),
    Effect.orElseSucceed((): readonly string[] => []),
    Effect.scoped,
  )

const isEvidenceHere = (storage: StorageSettings): boolean =>
  storage.evidenceUrl !== undefined || evidenceFiles(storage).some((file) => existsSync(file))

/** Records the scan in the ledger, for the report, once there is an evidence store. */
const record = (storage: StorageSettings, result: ResidueReport): Effect.Effect<void> =>
  Effect.gen(function* () {
    if (!isEvidenceHere(storage)) return
    const evidence = yield* openedEvidence(storage, false)
    yield* recordResidue(evidence, result)
  }).pipe(
    Effect.scoped,
    Effect.catch(() => Console.error("The scan could not be recorded in the ledger: scan again.")),
  )

/** Traces beyond these are only counted. */
const mostShown = 100

const report = Effect.fn("Scan.report")(function* (result: ResidueReport) {
  const { found, unread } = result
  for (const { file, at, what, encoding } of found.slice(0, mostShown))
    yield* Console.log(`${file}, byte ${at}: a ${what}, in ${encoding}`)
  if (found.length > mostShown) yield* Console.log(`and ${found.length - mostShown} more`)
  for (const file of unread)
    yield* Console.error(`${file} could not be read: scan again as an account that may read it.`)
  for (const line of residueLines(result)) yield* Console.log(line)
  const traces = result.stores.reduce((sum, store) => sum + store.traces, 0)
  if (traces + unread.length > 0) return yield* new FaultsFound()
})

const readWords = Effect.fn("Scan.readWords")(function* (file: string | undefined) {
  const words = file === undefined ? [] : readFileSync(file, "utf8").split(/\r?\n/).filter(Boolean)
  if (words.every((word) => word.replaceAll(" ", "").length >= shortestWord)) return words
  return yield* new Unusable({
    message: `A planted word is too short. Nothing was scanned. Plant words of ${shortestWord} characters or more, without spaces.`,
  })
})

const readPublishedIndex = Effect.fn("Scan.readIndex")(function* (folder: string) {
  const index = readIndex(folder)
  if (index === "damaged")
    return yield* new Unusable({ message: "The imported geography is damaged. Nothing was scanned. Import it again." })
  yield* Console.error(
    index === undefined
      ? "No published geography is imported: only made-up postcodes are looked for."
      : `${folder} is left out: it is the published geography itself.`,
  )
  return index
})

export const scan = Command.make(
  "scan",
  {
    words: textFlag("words", "FILE", "Look also for these planted words, one per line").pipe(Flag.optional),
    paths: Argument.String("PATH").pipe(
      Argument.withDescription("More files, folders or devices to look at"),
      Argument.variadic(),
    ),
  },
  Effect.fn("ask.scan")(function* ({ words, paths }) {
    const { storage } = yield* Settings
    const others = yield* Effect.forEach(paths, typedPath)
    const wordsFile = Option.isSome(words) ? yield* typedPath(words.value) : undefined
    const missing = [...others, ...(wordsFile === undefined ? [] : [wordsFile])].find((path) => !existsSync(path))
    if (missing !== undefined)
      return yield* new Unusable({ message: `${missing} does not exist. Nothing was scanned. Name an existing path.` })
    const planted = yield* readWords(wordsFile)
    const published = geographyFolder(storage.dataDir)
    const index = yield* readPublishedIndex(published)
    const days = yield* destroyedDays(storage)
    const result = yield* scanStores(storage, {
      ...{ words: planted, index, days, named: others, progress: scanProgress() },
    })
    yield* record(storage, result)
    yield* report(result)
  }),
).pipe(
  withSettings,
  Command.withDescription(
    "Look at every byte of the stores, keys and backups for postcodes, planted words and answers of destroyed days",
  ),
)
