/** `ask -- scan`: looks at every byte that the stores, keys and backups leave on the disk; says file and place, never what. */
import { existsSync, readFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { Effect } from "effect"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { geographyFolder, readIndex } from "../../db/geography/kept.ts"
import { finderOf, type Scanned, scan as scanAll } from "../../db/residue/scan.ts"
import { shortest } from "../../db/residue/words.ts"
import { today } from "../../policy/civil-day.ts"
import { decided } from "../../policy/evidence/decision-record.ts"
import { evidenceFiles, evidenceSource, type Place } from "../launcher/place.ts"
import { askedPath } from "./asked-path.ts"

const misuse = "scan takes --words FILE (a planted word a line), and files, folders or devices besides DATA_DIR."

const asked = (args: readonly string[]) => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { words: { type: "string" } },
      allowPositionals: true,
    })
    return { words: values.words, paths: positionals }
  } catch {
    return undefined
  }
}

const evidenceHere = (place: Place, readOnly: boolean) =>
  openEvidence({ source: { ...evidenceSource(place), readOnly }, mode: place.mode, upgrade: false })

/** Of an evidence store that is not there, none. */
const destroyedDays = (place: Place): Promise<readonly string[]> =>
  evidenceHere(place, true).pipe(
    Effect.flatMap(({ arrivals }) => arrivals.days),
    Effect.map((days) => days.filter(({ state }) => state === "complete").map(({ day }) => day)),
    Effect.orElseSucceed((): readonly string[] => []),
    Effect.scoped,
    Effect.runPromise,
  )

const isEvidenceHere = (place: Place): boolean =>
  place.evidenceUrl !== undefined || evidenceFiles(place).some((file) => existsSync(file))

/** In the ledger, for the report; where there is no evidence store there is no report on it either. */
const note = (place: Place, { found, files, unread }: Scanned): Promise<void> =>
  Effect.gen(function* () {
    if (unread.length > 0 || !isEvidenceHere(place)) return
    const evidence = yield* evidenceHere(place, false)
    const own = evidenceFiles(place)
    const traces = found.filter(({ file }) => !own.includes(file)).length
    const body = { on: yield* today, files, traces }
    yield* evidence.record(yield* decided({ kind: "residue-scanned", body }))
  }).pipe(
    Effect.scoped,
    Effect.orElseSucceed(() => console.error("The scan could not be noted in the ledger.")),
    Effect.runPromise,
  )

/** Lines shown one by one before the rest is only counted. */
const shown = 100

const tell = ({ found, unread, files, bytes }: Scanned): number => {
  for (const { file, at, what, encoding } of found.slice(0, shown))
    console.log(`${file}, byte ${at}: a ${what}, in ${encoding}`)
  if (found.length > shown) console.log(`and ${found.length - shown} more`)
  for (const file of unread) console.error(`${file} could not be read: scan again as an account that may read it.`)
  const looked = `${files} files, ${bytes.toLocaleString("en-GB")} bytes`
  console.log(found.length === 0 ? `Nothing found in ${looked}.` : `Found in ${looked}: see above.`)
  return found.length + unread.length === 0 ? 0 : 1
}

const refuse = (sentence: string): number => {
  console.error(sentence)
  return 2
}

/** 0 when nothing was found and everything was read, 1 when not, 2 when the command was not understood. */
export const scan = async (place: Place, args: readonly string[]): Promise<number> => {
  const options = asked(args)
  if (options === undefined) return refuse(misuse)
  const paths = [place.dataDir, ...options.paths.map(askedPath)].filter(
    (path) => path !== place.dataDir || existsSync(path),
  )
  const missing = [...paths, ...(options.words ? [askedPath(options.words)] : [])].find((path) => !existsSync(path))
  if (missing !== undefined) return refuse(`${missing} is not there.`)
  const words =
    options.words === undefined ? [] : readFileSync(askedPath(options.words), "utf8").split(/\r?\n/).filter(Boolean)
  if (words.some((word) => word.replaceAll(" ", "").length < shortest))
    return refuse(`A planted word has at least ${shortest} signs besides spaces: plant longer ones.`)
  const published = geographyFolder(place.dataDir)
  const index = readIndex(published)
  if (index === "damaged") return refuse("The imported geography is damaged: import it again before a scan can use it.")
  if (index === undefined) console.error("No published geography is imported: only made-up postcodes are looked for.")
  else console.error(`${published} is left out: it is the published geography itself.`)
  const find = finderOf({ words, index, days: await destroyedDays(place) })
  let told = Date.now()
  const scanned = scanAll(paths, find, [published], (file, bytes) => {
    if (Date.now() - told < 5_000) return
    told = Date.now()
    console.error(`${Math.round(bytes / 2 ** 20)} MB looked at; now at ${file}`)
  })
  await note(place, scanned)
  return tell(scanned)
}
