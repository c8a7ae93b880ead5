/** Makes and holds the keys; sends only public keys and page keys to the launcher, and listens on no port. */
import { Cause, Effect, Exit } from "effect"
import { attempt } from "../../db/attempt.ts"
import { complaintKeyId, keepComplaintKey } from "../../db/complaints/complaint-key.ts"
import { dayOf, untilNextLook } from "../../db/keys/civil-day.ts"
import { keepDayKeys, usableDayKeys } from "../../db/keys/day-keys.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import { keepPageKeys } from "../../db/keys/page-keys.ts"
import { keepWaitingKeys } from "../../db/keys/waiting-keys.ts"
import { errorClass } from "../deployment/log.ts"
import type { FromKeeper, Keys } from "../deployment/messages.ts"
import { storageFromEnv } from "../deployment/storage.ts"
import { keyWatch } from "./key-watch.ts"

const storage = storageFromEnv(process.env)
const { dataDir } = storage
const keys = privateKeysOf(storage)
const send = (message: FromKeeper) => process.send?.(message, undefined, undefined, () => undefined)

/** Milliseconds. */
const retryAfter = 10_000
const betweenLooks = 60_000

const complaintKey = keepComplaintKey(dataDir, keys)

const keysWith = Effect.fn("Keeper.keys")(function* <E, F>(
  today: string,
  days: Effect.Effect<Keys["publicKeys"], E>,
  complaints: Effect.Effect<Keys["complaintKey"], F>,
) {
  const publicKeys = yield* days
  const pageKeys = yield* attempt("keys", () => keepPageKeys(dataDir, today))
  const waitingKeys = yield* attempt("keys", () => keepWaitingKeys(dataDir, today))
  const ofComplaints = yield* complaints
  return {
    kind: "keys",
    publicKeys,
    pageKeys,
    waitingKeys,
    ...(ofComplaints && { complaintKey: ofComplaints }),
  } as const
})

const faultSentence =
  "The keeper met a fault in its own code. No key was changed. Look in the log for the class of the error."

/** A failure that goes on is reported once, however often it is tried again. */
let reported = ""

const say = (error: unknown, sentence: string): void => {
  if (sentence === reported) return
  reported = sentence
  send({ kind: "log", entry: { process: "keeper", event: "process-failed", error: errorClass(error) } })
  send({ kind: "cannot-start", sentence })
}

const watched = keyWatch()

const handOut = (message: Keys): void => {
  watched.handedOut(message)
  send(message)
}

/** Sends the keys once a day, and tries again until it can. */
const look = async (sentOn = ""): Promise<void> => {
  const now = Date.now()
  const today = dayOf(now)
  const outcome =
    sentOn === today
      ? Exit.succeed(undefined)
      : await Effect.runPromiseExit(keysWith(today, keepDayKeys(dataDir, today, keys), complaintKey))
  if (Exit.isSuccess(outcome)) {
    reported = ""
    if (outcome.value !== undefined) handOut(outcome.value)
    setTimeout(look, untilNextLook(now), today)
    return
  }
  const error = Cause.squash(outcome.cause)
  say(error, Cause.hasDies(outcome.cause) || !(error instanceof Error) ? faultSentence : error.message)
  // A platform that runs already goes on with the days whose keys are well; one that starts ends.
  const rest = await Effect.runPromiseExit(
    keysWith(
      today,
      usableDayKeys(dataDir, today, keys),
      Effect.orElseSucceed(complaintKey, () => undefined),
    ),
  )
  if (Exit.isSuccess(rest)) handOut(rest.value)
  setTimeout(look, retryAfter, sentOn)
}

/** Wiped as soon as it was seen to be there. */
const isComplaintKeyStored = Effect.map(keys.read(complaintKeyId), (key) => {
  key?.fill(0)
  return key !== undefined
})
const storedKeys = Effect.all({ days: keys.days, ofComplaints: isComplaintKeyStored })

/** A key command that does not answer says nothing about its keys: the next minute will. */
const watch = async (): Promise<void> => {
  const stored = await Effect.runPromiseExit(storedKeys)
  const found = Exit.isSuccess(stored) ? watched.look(stored.value) : undefined
  if (found !== undefined) {
    if (found.troubles.length === 0) reported = ""
    for (const trouble of found.troubles) say(trouble, trouble.message)
    send(found.keys)
  }
  setTimeout(watch, betweenLooks)
}

process.umask(0o077)
// A signal to the whole service must not end the keeper before the launcher has drained the others.
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => undefined)
process.on("message", () => process.exit(0))
process.on("disconnect", () => process.exit(0))
await look()
setTimeout(watch, betweenLooks)
