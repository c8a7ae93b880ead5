/** Fills an empty store with made-up answers of three days: one transferred, one that waits for its transfer, and today. */
import { existsSync, mkdirSync } from "node:fs"
import { Clock, Effect, Layer } from "effect"
import { type Collection, openCollection } from "../../db/collection/collection.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { readDetector } from "../../db/free-text/read-detector.ts"
import { geographyIn } from "../../db/geography/in-use.ts"
import { councils, postcodes, schools } from "../../db/geography/made-up.ts"
import { dayOf, daysAfter } from "../../db/keys/civil-day.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import { keepPair } from "../../db/keys/key-pair.ts"
import { keepTokenKey, readTokenKey, tokenHash } from "../../db/keys/token-key.ts"
import { transfer } from "../../db/transfer/transfer.ts"
import { Member, PersonId } from "../../policy/capability/member.ts"
import { Day as CivilDay } from "../../policy/civil-day.ts"
import { parameters } from "../../policy/parameters.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { forms } from "../../surveys/forms.ts"
import { type Submission, submissions } from "../../surveys/sampling/submissions.ts"
import { collectionFile, collectionSource, evidenceSource, type StorageSettings } from "../deployment/storage.ts"
import { Channel, noComplaints } from "../server/channel.ts"
import { SealingQueue } from "../server/sealing-queue.ts"
import { submit } from "../server/submit.ts"

/** Days before today, and how many responses came on each. */
const days = [
  { ago: 2, responses: 300 },
  { ago: 1, responses: 40 },
  { ago: 0, responses: 12 },
] as const

const millisecondsADay = 24 * 60 * 60 * 1000

const places = {
  schools: schools.map(({ code }) => code),
  councils: councils.map(({ code }) => code),
  postcodes: [...postcodes.keys()],
}

/** The clock as it was some days ago: `submit` then takes a response in as it would have on that day. */
const daysAgo = (clock: Clock.Clock, ago: number): Clock.Clock => {
  const milliseconds = ago * millisecondsADay
  const nanoseconds = BigInt(milliseconds) * 1_000_000n
  return {
    currentTimeMillisUnsafe: () => clock.currentTimeMillisUnsafe() - milliseconds,
    currentTimeMillis: Effect.map(clock.currentTimeMillis, (now) => now - milliseconds),
    currentTimeNanosUnsafe: () => clock.currentTimeNanosUnsafe() - nanoseconds,
    currentTimeNanos: Effect.map(clock.currentTimeNanos, (now) => now - nanoseconds),
    monotonicTimeNanosUnsafe: () => clock.monotonicTimeNanosUnsafe(),
    monotonicTimeNanos: clock.monotonicTimeNanos,
    sleep: (duration) => clock.sleep(duration),
  }
}

interface Day {
  readonly day: string
  readonly ago: number
  readonly publicKey: Uint8Array
}

/** Takes the place of the launcher and the writer. */
const channelTo = (collection: Collection["Service"], tokenKey: Uint8Array, { day, publicKey }: Day) =>
  Layer.succeed(Channel, {
    publicKeyOf: (of) => (of === day ? publicKey : undefined),
    pageKeys: () => ({}),
    waitingKeys: () => ({}),
    isClosing: () => false,
    isReady: () => true,
    complaints: noComplaints,
    append: (items) => {
      const arrivals = items.map(({ token, sealed }) => ({ hash: tokenHash(tokenKey, token), sealed }))
      return Effect.promise(() => collection.append(arrivals, daysAfter(day, parameters.tokenLife.value)))
    },
  })

const receive = (all: readonly Submission[], collection: Collection["Service"], tokenKey: Uint8Array, on: Day) =>
  Effect.gen(function* () {
    const past = daysAgo(yield* Clock.Clock, on.ago)
    const layer = Layer.mergeAll(
      Layer.provideMerge(SealingQueue.layer, channelTo(collection, tokenKey, on)),
      geographyIn(undefined).layer,
      Layer.succeed(CollectionWindow, "always"),
    )
    yield* Effect.forEach(all, submit, { concurrency: "unbounded", discard: true }).pipe(
      Effect.provide(layer),
      Effect.provideService(Clock.Clock, past),
    )
  })

const person = (number: number): PersonId => PersonId.make(`${number}`.repeat(16))

/** An author, two checkers and a supervisor, so that a table can be requested and checked. */
const membersFrom = (from: CivilDay, until: CivilDay): readonly Member[] =>
  ([1, 2, 3, 4] as const).map((number) =>
    Member.make({
      person: person(number),
      role: number === 4 ? "director-of-evidence" : "evidence-team",
      project: "the-big-ask",
      from,
      until,
      trainedOn: from,
      clearance: { level: "security-check", until },
    }),
  )

const fill = Effect.fn("dev.seed")(function* (storage: StorageSettings, tokenKey: Uint8Array) {
  const { dataDir, mode } = storage
  const keys = privateKeysOf(storage)
  const today = dayOf(yield* Clock.currentTimeMillis)
  const collection = yield* openCollection(collectionSource(storage), mode)
  const evidence = yield* openEvidence({ source: evidenceSource(storage), mode })
  for (const { ago, responses } of days) {
    const day = daysAfter(today, -ago)
    const publicKey = yield* keepPair(keys, dataDir, day)
    yield* receive(submissions(forms, places, ago).take(responses).toArray(), collection, tokenKey, {
      day,
      ago,
      publicKey,
    })
    const progress = () => Effect.void
    if (ago === 2) yield* transfer({ collection, evidence, mode, dataDir, keys, progress, detector: readDetector })
  }
  for (const member of membersFrom(CivilDay.make(today), CivilDay.make(daysAfter(today, 365))))
    yield* evidence.keepMember(member)
})

/** Returns why the store could not be filled. A store that is there already is left as it is. */
export const seed = (storage: StorageSettings): Promise<string | undefined> => {
  if (existsSync(collectionFile(storage.dataDir))) return Promise.resolve(undefined)
  mkdirSync(storage.dataDir, { recursive: true })
  keepTokenKey(storage.dataDir)
  const tokenKey = readTokenKey(storage.dataDir) ?? new Uint8Array()
  return fill(storage, tokenKey).pipe(
    Effect.scoped,
    Effect.match({
      onSuccess: () => undefined,
      onFailure: (error) =>
        `The development store could not be filled: ${error._tag}. Delete ${storage.dataDir}, and start again.`,
    }),
    Effect.runPromise,
  )
}
