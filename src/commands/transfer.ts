/** `ask -- transfer`: sealed answers go to the evidence store while the service runs; it tells bands, days and nothing of an answer. */
import { existsSync } from "node:fs"
import { parseArgs } from "node:util"
import { Effect, Layer, Result, Schema } from "effect"
import { isCutOff, RestoreCutOff } from "../../db/backup/restoring.ts"
import { band } from "../../db/collection/band.ts"
import { openCollection } from "../../db/collection/collection.ts"
import { StoreUnavailable } from "../../db/collection/store-unavailable.ts"
import { type Evidence, openEvidence } from "../../db/evidence/evidence.ts"
import { teamOf } from "../../db/evidence/observed.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import type { Passed } from "../../db/transfer/passed.ts"
import { NobodyGivesUp } from "../../db/transfer/refusals.ts"
import { type Transferred, transfer as transferAll } from "../../db/transfer/transfer.ts"
import { grant } from "../../policy/capability/capability.ts"
import { PersonId } from "../../policy/capability/member.ts"
import { Day } from "../../policy/civil-day.ts"
import { giveUp, giveUpRehearsed } from "../../policy/collection/give-up.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { collectionSource, evidenceSource, type Place } from "../launcher/place.ts"
import { windowHere } from "../launcher/window-here.ts"
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

const options = {
  today: { type: "boolean" },
  upgrade: { type: "boolean" },
  lost: { type: "string", multiple: true },
  "give-up": { type: "string" },
  by: { type: "string" },
} as const

const ADay = Schema.String.check(Schema.isPattern(/^\d{4}-\d{2}-\d{2}$/))
const Asked = Schema.Struct({
  today: Schema.optionalKey(Schema.Boolean),
  upgrade: Schema.optionalKey(Schema.Boolean),
  lost: Schema.optionalKey(Schema.Array(ADay)),
  "give-up": Schema.optionalKey(Day),
  by: Schema.optionalKey(PersonId),
})
type Asked = typeof Asked.Type
const read = Schema.decodeUnknownResult(Asked)

const asked = (args: readonly string[]): Asked | undefined => {
  try {
    return Result.getOrUndefined(read({ ...parseArgs({ args: [...args], options, allowPositionals: false }).values }))
  } catch {
    return undefined
  }
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

/** In live a supervisor alone may; a person who may not is refused before anything is moved. */
const givingUp = Effect.fnUntraced(function* (place: Place, evidence: Evidence["Service"], { by, ...given }: Asked) {
  const { mode } = place
  const of = given["give-up"]
  if (of === undefined) return undefined
  if (mode === "rehearsal") return { day: of, decide: (responses: number) => giveUpRehearsed(mode, { of, responses }) }
  if (by === undefined) return yield* new NobodyGivesUp()
  const known = Layer.merge(teamOf(evidence), Layer.succeed(CollectionWindow, yield* windowHere(place)))
  const leave = yield* Effect.provide(grant("destroy-data", by), known)
  return { day: of, decide: (responses: number) => Effect.provide(giveUp(leave, { of, responses }), known) }
})

const move = (place: Place, given: Asked) =>
  Effect.gen(function* () {
    yield* ready(place)
    const collection = yield* openCollection(collectionSource(place), place.mode)
    const { mode, dataDir } = place
    const evidence = yield* openEvidence({ source: evidenceSource(place), mode, upgrade: given.upgrade === true })
    const { passed, arrived } = progress()
    const transferred = yield* transferAll(
      {
        ...{ collection, evidence, mode, dataDir, keys: privateKeysOf(place), passed },
        lost: given.lost ?? [],
        givingUp: yield* givingUp(place, evidence, given),
      },
      given.today ? "today" : "over",
    )
    for (const { message } of transferred.refused) console.error(message)
    console.log(summary(place, transferred, arrived()))
    return transferred.refused.length === 0 ? 0 : 1
  }).pipe(Effect.scoped)

export const transfer = (place: Place, given: readonly string[]): Promise<number> => {
  const options = asked(given)
  if (options === undefined) {
    console.error(
      "transfer takes --today, --upgrade, --lost DAY for a key that is gone for good, --give-up DAY with --by ID for answers that nothing opens, or nothing.",
    )
    return Promise.resolve(2)
  }
  // What it makes is its owner's alone.
  process.umask(0o077)
  return exitCode(move(place, options))
}
