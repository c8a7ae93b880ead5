/** The writer alone holds the store: it commits in groups, answers only for what is durable, and listens on nothing. */
import { Effect } from "effect"
import { type Collection, openCollection } from "../../db/collection/collection.ts"
import { StoreUnavailable } from "../../db/collection/store-unavailable.ts"
import { dayOf, daysAfter, untilNextLook } from "../../db/keys/civil-day.ts"
import { readTokenKey, tokenHash } from "../../db/keys/token-key.ts"
import { parameters } from "../../policy/parameters.ts"
import type { FromWriter, ToWriter } from "../launcher/message.ts"
import { collectionSource, placeFromEnv } from "../launcher/place.ts"
import { queueOf } from "./queue.ts"

const place = placeFromEnv(process.env)
const say = (message: FromWriter) => process.send?.(message, undefined, undefined, () => undefined)
const today = () => dayOf(Date.now())

/** Until the launcher says so, or is no more. */
const serve = (collection: Collection["Service"], key: Uint8Array): Effect.Effect<void> =>
  Effect.callback<void>((resume) => {
    const queue = queueOf(
      (arrivals) => collection.append(arrivals, daysAfter(today(), parameters.tokenLife.value)),
      (group, outcomes) => say({ kind: "appended", group, outcomes }),
    )
    const end = () => void queue.empty().then(() => resume(Effect.void))
    process.on("message", (message: ToWriter) => {
      if (message.kind === "drain") return end()
      const arrivals = message.items.map(({ token, sealed }) => ({ hash: tokenHash(key, token), sealed }))
      queue.add({ group: message.group, arrivals })
    })
    process.once("disconnect", end)
    if (process.connected) say({ kind: "ready" })
    else end()
  })

/** Milliseconds; a response that comes in between is refused by the database itself. */
const betweenLooks = 1_000

/** Says so once, when the collection has begun to close. */
const watchClosing = (collection: Collection["Service"]): Effect.Effect<void> =>
  Effect.orElseSucceed(collection.isClosing, () => false).pipe(
    Effect.delay(betweenLooks),
    Effect.repeat({ until: (closing) => closing }),
    Effect.andThen(Effect.sync(() => void say({ kind: "closing" }))),
  )

/** A store that is unavailable just now keeps its tokens until the next look. */
const dropTokens = (collection: Collection["Service"]): Effect.Effect<never> =>
  Effect.forever(
    Effect.ignore(Effect.suspend(() => collection.dropExpiredTokens(today()))).pipe(
      Effect.andThen(Effect.suspend(() => Effect.sleep(untilNextLook(Date.now())))),
    ),
  )

const writer = Effect.gen(function* () {
  const collection = yield* openCollection(collectionSource(place), place.mode)
  const key = readTokenKey(place.dataDir)
  if (key === undefined) return yield* new StoreUnavailable({ failure: "read-only" })
  if (yield* collection.isClosing) say({ kind: "closing" })
  else yield* Effect.forkScoped(watchClosing(collection))
  yield* Effect.forkScoped(dropTokens(collection))
  yield* serve(collection, key)
})

process.umask(0o077)
// A signal meant for the whole service must not end the writer before the launcher has drained it.
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => undefined)
await Effect.runPromise(
  Effect.scoped(writer).pipe(
    Effect.catch((error) => Effect.sync(() => void say({ kind: "cannot-start", sentence: error.message }))),
  ),
)
if (process.connected) process.disconnect?.()
