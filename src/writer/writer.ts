/** Holds the collection's store: commits in groups, acknowledges only after the commit, and listens on no port. */
import { randomBytes } from "node:crypto"
import { Effect, Schema } from "effect"
import type { Arrival, Outcome } from "../../db/collection/append.ts"
import { type Collection, openCollection } from "../../db/collection/collection.ts"
import type { Source } from "../../db/connect.ts"
import { dayOf, daysAfter, untilNextLook } from "../../db/keys/civil-day.ts"
import { isClosed } from "../../db/keys/closed-marker.ts"
import { readTokenKey, tokenHash } from "../../db/keys/token-key.ts"
import { StoreUnavailable } from "../../db/store-unavailable.ts"
import { parameters } from "../../policy/parameters.ts"
import { errorClass } from "../deployment/log.ts"
import { type FromWriter, isToWriter } from "../deployment/messages.ts"
import { once } from "../deployment/once.ts"
import { collectionSource, storageFromEnv } from "../deployment/storage.ts"
import { complaintDesk } from "./complaints.ts"
import { onlyOfNow } from "./day-check.ts"
import { keepBeating } from "./heart.ts"
import { queueOf } from "./queue.ts"

const storage = storageFromEnv(process.env)
const send = (message: FromWriter) => process.send?.(message, undefined, undefined, () => undefined)
const today = () => dayOf(Date.now())

/** In live the launcher names the window. */
const Named = Schema.Struct({
  WINDOW: Schema.optionalKey(Schema.fromJsonString(Schema.Struct({ opens: Schema.String, closes: Schema.String }))),
})
const { WINDOW: window } = Schema.decodeUnknownSync(Named)({ ...process.env })

/** Serves until the launcher asks for the end, or has ended itself. */
const serve = (collection: Collection["Service"], key: Uint8Array): Effect.Effect<void> =>
  Effect.callback<void>((resume) => {
    const sayMoved = once(() => {
      send({ kind: "cannot-start", sentence: new StoreUnavailable({ store: "collection", failure: "moved" }).message })
    })
    const store = (arrivals: readonly Arrival[]): Promise<readonly Outcome[]> => {
      if (!collection.isInPlace()) sayMoved()
      return collection.append(arrivals, daysAfter(today(), parameters.tokenLife.value)).catch((defect: unknown) => {
        send({ kind: "log", entry: { process: "writer", event: "request-failed", error: errorClass(defect) } })
        return arrivals.map(() => "unavailable" as const)
      })
    }
    const sayRefused = once(() => send({ kind: "log", entry: { process: "writer", event: "day-refused" } }))
    const queue = queueOf(onlyOfNow(store, sayRefused), (group, outcomes) =>
      send({ kind: "appended", group, outcomes }),
    )
    const desk = complaintDesk(collection, today, send)
    const end = () => void Promise.all([queue.empty(), desk.empty()]).then(() => resume(Effect.void))
    process.on("message", (message) => {
      if (!isToWriter(message)) return
      if (message.kind === "drain") return end()
      if (message.kind === "about-complaint") return desk.take(message)
      const arrivals = message.items.map(({ token, sealed }) => ({ hash: tokenHash(key, token), sealed }))
      queue.add({ group: message.group, arrivals })
    })
    process.once("disconnect", end)
    if (process.connected) send({ kind: "ready" })
    else end()
  })

/** Milliseconds. In between, the database itself refuses a response. */
const betweenLooks = 1_000

/** Tells the launcher once that the collection has begun to close. */
const watchClosing = (collection: Collection["Service"]): Effect.Effect<void> =>
  Effect.orElseSucceed(collection.isClosing, () => false).pipe(
    Effect.delay(betweenLooks),
    Effect.repeat({ until: (closing) => closing }),
    Effect.andThen(Effect.sync(() => void send({ kind: "closing" }))),
  )

/** An unavailable store keeps its tokens until the next look. */
const dropTokens = (collection: Collection["Service"]): Effect.Effect<never> =>
  Effect.forever(
    Effect.ignore(Effect.suspend(() => collection.dropExpiredTokens(today()))).pipe(
      Effect.andThen(Effect.suspend(() => Effect.sleep(untilNextLook(Date.now())))),
    ),
  )

/** Milliseconds: what has arrived is mixed within two minutes. */
const betweenMixings = 60_000

/** What an earlier writer could not mix any more is mixed soon after the start. */
const firstMixing = 5_000

/** An unavailable store is mixed the next time. */
const mixArrivals = (collection: Collection["Service"]): Effect.Effect<never> =>
  Effect.sleep(firstMixing).pipe(
    Effect.andThen(Effect.forever(Effect.andThen(Effect.ignore(collection.mix), Effect.sleep(betweenMixings)))),
  )

/** The launcher names the identity, because this process may not write among the keys. */
const { identity, ...place } = collectionSource(storage)
const source: Source = identity === undefined ? place : { ...place, identity: { ...identity, settles: false } }

const writer = Effect.gen(function* () {
  const collection = yield* openCollection(source, storage.mode)
  if (window !== undefined) yield* collection.keepWindow(window)
  // After a close there is no token key, and the store takes no answer.
  const key = readTokenKey(storage.dataDir) ?? (isClosed(storage.dataDir) ? randomBytes(32) : undefined)
  if (key === undefined) return yield* new StoreUnavailable({ store: "keys", failure: "not-found" })
  if (yield* collection.isClosing) send({ kind: "closing" })
  else yield* Effect.forkScoped(watchClosing(collection))
  yield* Effect.forkScoped(dropTokens(collection))
  yield* Effect.forkScoped(mixArrivals(collection))
  yield* Effect.forkScoped(keepBeating(collection, send))
  yield* serve(collection, key)
  yield* Effect.ignore(collection.mix)
})

process.umask(0o077)
// A signal to the whole service must not end the writer before the launcher has drained it.
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => undefined)
await Effect.runPromise(
  Effect.scoped(writer).pipe(
    Effect.catch((error) => Effect.sync(() => void send({ kind: "cannot-start", sentence: error.message }))),
  ),
)
if (process.connected) process.disconnect?.()
