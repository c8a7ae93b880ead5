/** `ask -- transfer`: sealed answers go to the evidence store while the service runs; it tells bands, days and nothing of an answer. */
import { existsSync } from "node:fs"
import { Effect } from "effect"
import { isCutOff, RestoreCutOff } from "../../db/backup/restoring.ts"
import { band } from "../../db/collection/band.ts"
import { openCollection } from "../../db/collection/collection.ts"
import { StoreUnavailable } from "../../db/collection/store-unavailable.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import type { Passed } from "../../db/transfer/passed.ts"
import { type Transferred, transfer as transferAll } from "../../db/transfer/transfer.ts"
import { collectionSource, evidenceSource, type Place } from "../launcher/place.ts"
import { exitCode } from "./exit-code.ts"

/** Milliseconds between two lines of progress. */
const often = 2_000

/** What has arrived, counted as it comes and told now and then. */
export const progress = () => {
  let arrived = 0
  let told = Date.now()
  const passed: Passed = ({ kind, day, responses }) =>
    Effect.sync(() => {
      if (kind === "removed") arrived += responses
      if (Date.now() - told < often) return
      told = Date.now()
      console.error(`${day}: ${kind}; ${band(arrived)} answers have arrived`)
    })
  return { passed, arrived: () => arrived }
}

const days = (count: number): string => {
  if (count === 0) return "no day complete"
  return `${count === 1 ? "1 day" : `${count} days`} complete, with every private key destroyed`
}

export const summary = ({ mode }: Place, { finished }: Transferred, arrived: number): string =>
  `Transferred in ${mode}: ${arrived === 0 ? "no" : band(arrived)} answers arrived; ${days(finished.length)}.`

const known = ["--today", "--upgrade"]

/** `--lost` is followed by a day, and may be said again. */
const asked = (given: readonly string[]) => {
  const isDay = (at: number) => given[at - 1] === "--lost" && /^\d{4}-\d{2}-\d{2}$/.test(given[at] ?? "")
  const lost = given.filter((_, at) => isDay(at))
  const options = given.filter((each, at) => !isDay(at) && !(each === "--lost" && isDay(at + 1)))
  return options.every((each) => known.includes(each)) ? { options, lost } : undefined
}

/** Looking for something to transfer makes no store. */
export const isThere = (place: Place): boolean => {
  const source = collectionSource(place)
  return source.dialect === "postgres" || existsSync(source.file)
}

export const ready = Effect.fnUntraced(function* (place: Place) {
  if (isCutOff(place.dataDir)) return yield* new RestoreCutOff()
  if (!isThere(place)) return yield* new StoreUnavailable({ failure: "absent" })
})

const move = (
  place: Place,
  { options, lost }: { readonly options: readonly string[]; readonly lost: readonly string[] },
) =>
  Effect.gen(function* () {
    yield* ready(place)
    const collection = yield* openCollection(collectionSource(place), place.mode)
    const upgrade = options.includes("--upgrade")
    const evidence = yield* openEvidence({ source: evidenceSource(place), mode: place.mode, upgrade })
    const { passed, arrived } = progress()
    const { mode, dataDir } = place
    const transferring = { collection, evidence, mode, dataDir, keys: privateKeysOf(place), lost, passed }
    const transferred = yield* transferAll(transferring, options.includes("--today") ? "today" : "over")
    for (const { message } of transferred.refused) console.error(message)
    console.log(summary(place, transferred, arrived()))
    return transferred.refused.length === 0 ? 0 : 1
  }).pipe(Effect.scoped)

export const transfer = (place: Place, given: readonly string[]): Promise<number> => {
  const options = asked(given)
  if (options === undefined) {
    console.error("transfer takes --today, --upgrade, --lost DAY for a key that is gone for good, or nothing.")
    return Promise.resolve(2)
  }
  // What it makes is its owner's alone.
  process.umask(0o077)
  return exitCode(move(place, options))
}
