/** Keeps the last known length and head of the ledger with the keys, apart from the store, so that a cut end shows. */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs"
import { dirname, join } from "node:path"
import { Effect, Schema } from "effect"
import { Day, today } from "../../policy/civil-day.ts"
import { decided, Tally } from "../../policy/record/decision-record.ts"
import { Digest } from "../../policy/record/digest.ts"
import type { Anchor, LedgerBroken } from "../../policy/record/ledger.ts"
import { attempt } from "../attempt.ts"
import { readKey } from "../keys/key-file.ts"
import type { StoreUnavailable } from "../store-unavailable.ts"
import { syncFolder } from "../sync-folder.ts"
import type { Evidence } from "./evidence.ts"

export const anchorFile = (dataDir: string): string => join(dataDir, "keys", "ledger.head")

const Kept = Schema.Struct({ length: Tally, head: Digest, on: Day })
/** `on` is the day on which it was kept. */
export type KeptAnchor = typeof Kept.Type

const read = Schema.decodeUnknownEffect(Schema.fromJsonString(Kept), { onExcessProperty: "error" })

export class AnchorDamaged extends Schema.TaggedError<AnchorDamaged>()("AnchorDamaged", {}) {
  override get message() {
    return "DATA_DIR/keys/ledger.head is damaged, so the ledger could not be compared. Compare it with the last report, then remove the file."
  }
}

/** `undefined` before the first check. */
export const readAnchor = Effect.fn("Ledger.readAnchor")(function* (
  dataDir: string,
): Effect.fn.Return<KeptAnchor | undefined, AnchorDamaged | StoreUnavailable> {
  const bytes = yield* attempt("keys", () => readKey(anchorFile(dataDir)))
  if (bytes === undefined) return undefined
  return yield* Effect.mapError(read(Buffer.from(bytes).toString()), () => new AnchorDamaged())
})

/** Replaces the file in one step: an interruption leaves the earlier one. */
const replace = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.new`
  const handle = openSync(draft, "w", 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(draft, file)
  syncFolder(dirname(file))
}

export const keepAnchor = Effect.fn("Ledger.keepAnchor")(function* (dataDir: string, { length, head }: Anchor) {
  const on = yield* today
  yield* attempt("keys", () => replace(anchorFile(dataDir), `${JSON.stringify({ length, head, on })}\n`))
})

export interface LedgerCheck extends Anchor {
  /** The head that was known before; without one a cut end cannot show. */
  readonly known: KeptAnchor | undefined
}

export type LedgerTrouble = LedgerBroken | AnchorDamaged | StoreUnavailable

/** Checks the whole chain against the head that was last kept, and against one that a report states. */
export const checkLedger = Effect.fn("Ledger.check")(function* (
  evidence: Pick<Evidence["Service"], "verify">,
  dataDir: string,
  stated?: Anchor,
): Effect.fn.Return<LedgerCheck, LedgerTrouble> {
  const known = yield* readAnchor(dataDir)
  const end = yield* evidence.verify(known)
  if (stated !== undefined) yield* evidence.verify(stated)
  return { ...end, known }
})

/** The same, and keeps the head for the next check. */
export const checkAndKeepLedger = Effect.fn("Ledger.checkAndKeep")(function* (
  evidence: Pick<Evidence["Service"], "verify">,
  dataDir: string,
  stated?: Anchor,
): Effect.fn.Return<LedgerCheck, LedgerTrouble> {
  const check = yield* checkLedger(evidence, dataDir, stated)
  yield* keepAnchor(dataDir, check)
  return check
})

/** A backup holds an earlier ledger: says in it which entries were known and are not in the restored one, and keeps its head. */
export const acceptShorterLedger = Effect.fn("Ledger.acceptShorter")(function* (
  evidence: Pick<Evidence["Service"], "verify" | "record">,
  dataDir: string,
): Effect.fn.Return<void, LedgerTrouble> {
  const known = yield* readAnchor(dataDir)
  const end = yield* evidence.verify()
  if (known === undefined || end.length >= known.length) return
  const body = { lost: known.length - end.length, head: known.head, on: yield* today }
  yield* keepAnchor(dataDir, yield* evidence.record(yield* decided({ kind: "ledger-restored", body })))
})
