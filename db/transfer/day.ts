/** One day's transfer, which can stop anywhere and be taken up again; its key goes when nothing needs it any more. */
import { Effect } from "effect"
import { type Day, today } from "../../policy/civil-day.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { decided } from "../../policy/evidence/decision-record.ts"
import type { SealingBatches } from "../backup/day-batches.ts"
import type { Collection } from "../collection/collection.ts"
import { openerOf } from "../collection/open.ts"
import type { Evidence } from "../evidence/evidence.ts"
import { canonicalKept } from "../evidence/kept-response.ts"
import { destroyPair } from "../keys/key-pair.ts"
import { keyTrouble } from "../keys/key-trouble.ts"
import type { PrivateKeys } from "../keys/private-keys.ts"
import { backUpDay } from "./backed-up.ts"
import { type Behind, moveBatch, type Way, worse } from "./batch.ts"
import { digesterOf, noResponses, plus } from "./digest.ts"
import { type GivingUp, giveUpRest, isCounted, isGivenUp } from "./give-up.ts"
import type { Passed } from "./passed.ts"
import { DayComplete, KeyMissing, NotAsSent, NotEmptied } from "./refusals.ts"

export interface Transferring {
  readonly collection: Collection["Service"]
  readonly evidence: Evidence["Service"]
  readonly mode: Mode
  readonly dataDir: string
  /** Without them, those in the folder of private keys. */
  readonly keys?: PrivateKeys
  /** Days whose keys are gone for good, and known to be: nothing of them is moved, and they keep no other from being done. */
  readonly lost?: readonly string[]
  /** One day of which a supervisor gives up what nothing opens. */
  readonly givingUp?: GivingUp | undefined
  readonly passed: Passed
  /** Rows that are opened, kept and removed together: few enough to hold, and to let the writer in between. */
  readonly atATime?: number
}

/** With what every day needs, made once. */
export interface Ready extends Transferring {
  readonly keys: PrivateKeys
  readonly batches: SealingBatches
}

const batchSize = 1_000
const start: Uint8Array = new Uint8Array()

const progressOf = ({ evidence }: Pick<Transferring, "evidence">, day: Day) =>
  Effect.map(evidence.arrivals.days, (days) => days.find((each) => each.day === day))

/** Reads all of the day again, and its sealed files, and compares both with what was counted as it was opened. */
const verifyDay = Effect.fnUntraced(function* (way: Way) {
  const { day, evidence, digest, passed } = way
  const expected = yield* progressOf({ evidence }, day)
  let found = noResponses
  let responses = 0
  let after = start
  for (;;) {
    const page = yield* evidence.arrivals.ofDay(day, after, batchSize)
    found = plus(found, digest(page.map(canonicalKept)))
    responses += page.length
    const last = page.at(-1)
    if (last === undefined || page.length < batchSize) break
    after = last.response.id
  }
  if (found !== expected?.digest || responses !== expected.responses) return yield* new NotAsSent({ day })
  yield* passed({ kind: "day-verified", day, responses })
  yield* backUpDay(way, expected)
})

/** How many arrived now; fails, when all that opens has arrived, for the first row that does not. */
const moveAll = Effect.fnUntraced(function* (way: Way, atATime = batchSize) {
  const begun = yield* progressOf(way, way.day)
  if (begun === undefined) yield* way.evidence.arrivals.beginDay(way.day)
  // Rows that arrived before a transfer was cut off are removed on the strength of this.
  else if (begun.responses > 0) yield* verifyDay(way)
  let digest = begun?.digest ?? noResponses
  let after = start
  let behind: Behind | undefined
  for (;;) {
    const rows = yield* way.collection.sealedOf(way.day, after, atATime)
    const last = rows.at(-1)
    if (last === undefined) break
    const moved = yield* moveBatch(way, rows, digest)
    behind = worse(behind, moved.behind)
    digest = moved.after
    after = last.key
  }
  if (behind !== undefined && !(behind._tag === "CannotOpen" && isGivenUp(way, way.day))) return yield* behind
})

/** The log of the collection holds nothing of the day any more, and then nothing on this machine can open what any copy holds. */
const destroyKey = Effect.fnUntraced(function* ({ collection, dataDir, keys, passed }: Ready, day: Day) {
  if (!(yield* collection.truncateLog)) return yield* new NotEmptied({ day })
  yield* passed({ kind: "emptied", day, responses: 0 })
  yield* Effect.try({ try: () => destroyPair(keys, dataDir, day), catch: keyTrouble })
  yield* passed({ kind: "key-destroyed", day, responses: 0 })
})

const certify = Effect.fnUntraced(function* ({ evidence, passed }: Transferring, day: Day) {
  const arrived = yield* progressOf({ evidence }, day)
  const { responses = 0, digest = noResponses } = arrived ?? {}
  const on = yield* today
  const record = yield* decided({ kind: "day-transferred", body: { of: day, on, responses, digest } })
  yield* evidence.arrivals.complete(day, record)
  yield* passed({ kind: "certified", day, responses })
})

const isEmptyOf = ({ collection }: Transferring, day: Day) =>
  Effect.map(collection.sealedOf(day, start, 1), (rows) => rows.length === 0)

/** The private key is wiped, however it ends. */
const moveWith = (transferring: Ready, day: Day, privateKey: Uint8Array) => {
  const { open, forget } = openerOf(privateKey)
  const way: Way = { ...transferring, day, open, digest: digesterOf(privateKey), sealed: [] }
  const wipe = Effect.sync(() => {
    forget()
    privateKey.fill(0)
  })
  return Effect.ensuring(Effect.as(moveAll(way, transferring.atATime), way), wipe)
}

const keyOf = Effect.fnUntraced(function* ({ keys }: Ready, day: Day) {
  const privateKey = yield* Effect.try({ try: () => keys.read(day), catch: keyTrouble })
  return privateKey ?? (yield* new KeyMissing({ day }))
})

/** A day that goes on: what has come so far is moved, and its key stays. */
export const moveDay = Effect.fnUntraced(function* (transferring: Ready, day: Day) {
  const privateKey = yield* keyOf(transferring, day)
  yield* moveWith(transferring, day, privateKey)
  if (!(yield* transferring.collection.truncateLog)) return yield* new NotEmptied({ day })
})

/** A day that is over: nothing more of it is taken, all of it is moved, and its key is destroyed. */
export const finishDay = Effect.fnUntraced(function* (transferring: Ready, day: Day) {
  const { collection, evidence, passed } = transferring
  const before = yield* progressOf(transferring, day)
  if (before?.state === "complete") {
    if (!(yield* isEmptyOf(transferring, day))) return yield* new DayComplete({ day })
    return yield* destroyKey(transferring, day)
  }
  if (before?.state !== "verified") {
    const privateKey = yield* keyOf(transferring, day).pipe(
      Effect.catchTag("KeyMissing", (gone) => (isGivenUp(transferring, day) ? Effect.undefined : gone)),
    )
    yield* collection.shutDay(day)
    yield* passed({ kind: "shut", day, responses: 0 })
    const way = privateKey && (yield* moveWith(transferring, day, privateKey))
    if (isGivenUp(transferring, day)) yield* giveUpRest(transferring, day)
    if (way !== undefined) yield* verifyDay(way)
    else if (before === undefined) return yield* destroyKey(transferring, day)
    else yield* isCounted(transferring, day, before.responses)
    yield* evidence.arrivals.markVerified(day)
    yield* passed({ kind: "marked", day, responses: 0 })
  }
  // The key may be half gone already: from here on it is not read again.
  if (!(yield* isEmptyOf(transferring, day))) return yield* new NotEmptied({ day })
  yield* destroyKey(transferring, day)
  yield* certify(transferring, day)
})
