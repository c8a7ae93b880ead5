/** `ask -- geography`: what geography is in use, under which licences; `import` brings the published one, all of it or nothing. */
import { Effect } from "effect"
import { failureOf, failureSentence } from "../../db/collection/failure.ts"
import { importGeography } from "../../db/geography/import/import.ts"
import type { IndexMeta } from "../../db/geography/index-file.ts"
import { geographyFolder, keepIndex, readIndex } from "../../db/geography/kept.ts"
import type { Place } from "../launcher/place.ts"
import { askedPath } from "./asked-path.ts"
import { exitCode } from "./exit-code.ts"

type Meta = Omit<IndexMeta, "parts">

export const madeUpSentence =
  "Geography: small and made up, for rehearsal only. Live refuses to open with it. Bring the published one with: ask -- geography import FILE…"

const damagedSentence = "Geography: the imported file is damaged. Import again: ask -- geography import FILE…"

/** One line for status, then what each licence asks to be shown. */
export const geographyLines = (meta: Meta): readonly string[] => [
  `Geography: ${meta.extent}, ${meta.postcodes} postcodes (${meta.live} live), ${meta.neighbourhoods} LSOAs of 20${meta.census}, ${meta.authorities.length} local authorities, ${meta.schools} schools.`,
  ...meta.sources.map(({ kind, vintage, rows, licence }) => `  ${kind}: ${vintage}, ${rows} rows. ${licence}`),
]

export const geographyHere = ({ dataDir }: Place): readonly string[] => {
  const index = readIndex(geographyFolder(dataDir))
  if (index === undefined) return [madeUpSentence]
  return index === "damaged" ? [damagedSentence] : geographyLines(index.meta)
}

const keep = (folder: string, bytes: Uint8Array): Effect.Effect<boolean, { readonly message: string }> =>
  Effect.try({
    try: () => keepIndex(folder, bytes),
    catch: (error) => ({ message: failureSentence(failureOf(error)) }),
  })

const bring = (place: Place, files: readonly string[], part: boolean): Promise<number> =>
  exitCode(
    Effect.gen(function* () {
      const { bytes, meta, unused } = yield* importGeography({ files, part, progress: (line) => console.error(line) })
      const isNew = yield* keep(geographyFolder(place.dataDir), bytes)
      for (const file of unused) console.error(`${file} is not used: another edition stands in for it.`)
      console.log(geographyLines(meta).join("\n"))
      console.log(
        isNew
          ? "Imported; a platform that is running takes it in when it is started again."
          : "The very same was here already.",
      )
      return 0
    }).pipe(
      Effect.mapError(({ message }) => ({ message: `Nothing was imported, and nothing is changed.\n${message}` })),
    ),
  )

export const geography = async (place: Place, args: readonly string[]): Promise<number> => {
  const [what, ...rest] = args
  if (what === undefined) {
    console.log(geographyHere(place).join("\n"))
    return 0
  }
  const files = rest.filter((each) => each !== "--part")
  if (what !== "import" || files.length === 0 || files.some((each) => each.startsWith("-"))) {
    console.error("geography takes: geography, or geography import [--part] FILE…")
    return 2
  }
  return bring(place, files.map(askedPath), rest.includes("--part"))
}
