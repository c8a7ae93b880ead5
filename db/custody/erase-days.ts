/** Erases days for good: rows, words, sealed batches and keys; it scans for remains and writes a certificate of each day. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { Effect, type Scope } from "effect"
import { type Day, today } from "../../policy/civil-day.ts"
import { confirmErased, type Erased } from "../../policy/custody/destroyed.ts"
import { isOut } from "../../policy/custody/working-copy.ts"
import { canonicalJson } from "../../policy/record/canonical-json.ts"
import { digestOf } from "../../policy/record/digest.ts"
import type { RuleViolation } from "../../policy/rule-violation.ts"
import { attempt } from "../attempt.ts"
import { batchFolder } from "../backup/day-batches.ts"
import {
  dayRetentionKeyId,
  destroyedFile,
  destroyRetentionKey,
  formerKeyId,
  nextRetentionKeyId,
} from "../backup/retention-key.ts"
import { workingCopies } from "../evidence/working-copies.ts"
import { destroyPair } from "../keys/key-pair.ts"
import type { CannotReachKey } from "../keys/key-trouble.ts"
import type { StoreUnavailable } from "../store-unavailable.ts"
import { syncFolder } from "../sync-folder.ts"
import { lockTransfers, type TransferRunning } from "../transfer-lock.ts"
import type { CustodyContext } from "./context.ts"
import { CopiesOut, DayIncomplete, FormerKeyHere, StillReadable, StoreInUse } from "./custody-refusals.ts"
import { type RowScan, scanForRows } from "./scan-for-rows.ts"

export type NotErased =
  | CannotReachKey
  | CopiesOut
  | DayIncomplete
  | FormerKeyHere
  | RuleViolation
  | StillReadable
  | StoreInUse
  | StoreUnavailable
  | TransferRunning

/** Before anything is removed. */
const refuseEarly = Effect.fn("Custody.refuseEarly")(function* (
  { evidence, keys }: CustodyContext,
  days: readonly Day[],
) {
  const former = yield* keys.read(formerKeyId)
  former?.fill(0)
  if (former !== undefined) return yield* new FormerKeyHere()
  const out = (yield* workingCopies(evidence)).filter(isOut)
  if (out.length > 0) return yield* new CopiesOut({ copies: out.map(({ id }) => id.slice(0, 8)) })
  const unfinished = (yield* evidence.arrivals.days).filter(({ state }) => state !== "complete")
  const [incomplete] = unfinished.filter(({ day }) => days.some((each) => each === day))
  if (incomplete !== undefined) return yield* new DayIncomplete({ day: incomplete.day })
})

const dropBackups = (dataDir: string, day: Day): void => {
  rmSync(batchFolder(dataDir, day), { recursive: true, force: true })
  mkdirSync(join(dataDir, "backups"), { recursive: true, mode: 0o700 })
  syncFolder(join(dataDir, "backups"))
}

const keepCertificate = (dataDir: string, day: string, text: string): void => {
  const file = destroyedFile(dataDir, day)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, `${text}\n`, { mode: 0o600, flush: true })
  syncFolder(dirname(file))
}

const certificateOf = (of: Day, on: Day, { files, bytes, sawDatabaseFiles }: RowScan): string =>
  canonicalJson({
    certificate: "the answers of this day were destroyed",
    of,
    on,
    destroyed: ["answers", "free text", "sealed batches", "retention key"],
    kept: ["released tables", "ledger"],
    scan: { files, bytes, found: 0, databaseFiles: sawDatabaseFiles ? "read" : "out of reach: rows were counted" },
  })

/** Can be repeated after an interruption. */
export const eraseDays = Effect.fn("Custody.eraseDays")(function* (
  context: CustodyContext,
  days: readonly Day[],
): Effect.fn.Return<ReadonlyMap<Day, Erased>, NotErased, Scope.Scope> {
  const { evidence, sources, dataDir, keys } = context
  const { answers } = evidence
  yield* lockTransfers(dataDir)
  yield* refuseEarly(context, days)
  const ids = yield* answers.ids(days)
  yield* answers.remove(days)
  // A weight counts all responses: with a day less it must be made again.
  yield* attempt("data", () => rmSync(join(dataDir, "weights"), { recursive: true, force: true }))
  if (!(yield* answers.rewrite)) return yield* new StoreInUse()
  for (const day of days) {
    yield* attempt("backups", () => dropBackups(dataDir, day))
    yield* destroyRetentionKey(keys, dataDir, dayRetentionKeyId(day))
    yield* destroyRetentionKey(keys, dataDir, nextRetentionKeyId(day))
    yield* destroyPair(keys, dataDir, day)
  }
  const scan = yield* scanForRows(dataDir, sources, days, ids)
  const day = days.join(", ")
  if ((yield* answers.left(days)) > 0)
    return yield* new StillReadable({ day, files: ["the evidence store"], inDatabase: false })
  if (scan.left.length > 0)
    return yield* new StillReadable({ day, files: scan.left, inDatabase: scan.isLeftInDatabase })
  const on = yield* today
  const erased = new Map<Day, Erased>()
  for (const of of days) {
    const certificate = certificateOf(of, on, scan)
    erased.set(of, yield* confirmErased({ of, residue: "none", scan: digestOf(certificate) }))
    yield* attempt("keys", () => keepCertificate(dataDir, of, certificate))
  }
  return erased
})
