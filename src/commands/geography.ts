/** Shows the geography in use with its licences; `import` brings the published one, all of it or nothing. */
import { Console, Effect, Schema } from "effect"
import { Argument, Command } from "effect/cli"
import { attempt } from "../../db/attempt.ts"
import { keepDigests, readDigests } from "../../db/geography/digests-file.ts"
import { importGeography } from "../../db/geography/import/import.ts"
import { decodeIndex, type IndexMeta } from "../../db/geography/index-file.ts"
import { geographyFolder, keepIndex, readIndex } from "../../db/geography/index-folder.ts"
import { Settings } from "../deployment/settings.ts"
import type { StorageSettings } from "../deployment/storage.ts"
import { typedPath } from "./typed-path.ts"
import { switchFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

type Meta = Omit<IndexMeta, "parts">

export const madeUpText =
  "Geography: small and made up, for rehearsal only. Live refuses to open with it. Bring the published one with: ask -- geography import FILE…"

const damagedText = "Geography: the imported file is damaged. Import again: ask -- geography import FILE…"

/** One line for status, then what each licence asks to be shown. */
export const geographyLines = (meta: Meta): readonly string[] => [
  `Geography: ${meta.extent}, ${meta.postcodes} postcodes (${meta.live} live), ${meta.neighbourhoods} LSOAs of 20${meta.census}, ${meta.authorities.length} local authorities, ${meta.schools} schools.`,
  ...meta.sources.map(({ kind, vintage, rows, licence }) => `  ${kind}: ${vintage}, ${rows} rows. ${licence}`),
]

export const geographyInUseLines = ({ dataDir }: StorageSettings): readonly string[] => {
  const index = readIndex(geographyFolder(dataDir))
  if (index === undefined) return [madeUpText]
  return index === "damaged" ? [damagedText] : geographyLines(index.meta)
}

/** The digests come last: a scan that finds none makes them again. */
const keep = (folder: string, bytes: Uint8Array) =>
  attempt("geography", () => {
    const isNew = keepIndex(folder, bytes)
    const index = decodeIndex(bytes)
    if (index !== undefined && readDigests(folder, index) === undefined) keepDigests(folder, index)
    return isNew
  }).pipe(Effect.mapError(({ message }) => new NotImported({ reason: message })))

class NotImported extends Schema.TaggedError<NotImported>()("NotImported", { reason: Schema.String }) {
  override get message() {
    return `Nothing was imported, and nothing is changed.\n${this.reason}`
  }
}

const importCommand = Command.make(
  "import",
  {
    part: switchFlag("part", "Let a rehearsal use less than all of England; live does not open with a part"),
    files: Argument.String("FILE").pipe(
      Argument.withDescription("The published files of postcodes, deprivation, authorities and schools"),
      Argument.atLeast(1),
    ),
  },
  Effect.fn("ask.geography.import")(function* ({ part, files }) {
    const { storage } = yield* Settings
    const paths = yield* Effect.forEach(files, typedPath)
    const { bytes, meta, unused } = yield* importGeography({
      files: paths,
      part,
      progress: (line) => console.error(line),
    }).pipe(Effect.mapError(({ message }) => new NotImported({ reason: message })))
    const isNew = yield* keep(geographyFolder(storage.dataDir), bytes)
    for (const file of unused) yield* Console.error(`${file} is not used: the import has a newer edition of it.`)
    yield* Console.log(geographyLines(meta).join("\n"))
    yield* Console.log(
      isNew ? "Imported. Restart a platform that is running." : "This geography was imported before: nothing changed.",
    )
  }),
).pipe(withSettings, Command.withDescription("Import the published geography, all of it or nothing"))

export const geography = Command.make(
  "geography",
  {},
  Effect.fn("ask.geography")(function* () {
    const { storage } = yield* Settings
    yield* Console.log(geographyInUseLines(storage).join("\n"))
  }),
).pipe(
  withSettings,
  Command.withDescription("Show the geography in use, with its licences"),
  Command.withSubcommands([importCommand]),
)
