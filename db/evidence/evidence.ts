/** The evidence store, opened for one mode only: durable, migrated, its ledger begun in that mode, or it is not opened. */
import { existsSync } from "node:fs"
import { Context, DateTime, Effect, Layer, Schema, type Scope, Stream } from "effect"
import { sql } from "kysely"
import type { Member } from "../../policy/capability/member.ts"
import type { CollectionState } from "../../policy/collection/collection-state.ts"
import type { Mode } from "../../policy/data/mode.ts"
import type { DecisionRecord, RecordKind } from "../../policy/evidence/decision-record.ts"
import type { Anchor, LedgerBroken, LedgerKey, LedgerRow } from "../../policy/evidence/ledger.ts"
import type { Step } from "../../policy/evidence/step.ts"
import type { StoredColumn } from "../../policy/evidence/stored-columns.ts"
import type { ExtractState } from "../../policy/extract/extract.ts"
import type { Retention, RetentionState } from "../../policy/retention/retention-state.ts"
import type { CannotOpenStore } from "../collection/collection.ts"
import { WrongMode } from "../collection/deployment.ts"
import { failureOf } from "../collection/failure.ts"
import { StoreUnavailable } from "../collection/store-unavailable.ts"
import { type Connection, connect, SettingRefused, type Source } from "../connect.ts"
import { storedColumnsOf } from "../stored-columns.ts"
import { type Arrivals, arrivalsOf } from "./arrivals.ts"
import { collectionOf, extractsOf, keepCollection, keepExtract } from "./extracts.ts"
import { beginLedger, ledgerRows, modeOf, record, verifyStored } from "./ledger.ts"
import { teamIn } from "./members.ts"
import { isOlder, migrate } from "./migrations/migrate.ts"
import { type Outputs, outputsOf } from "./outputs.ts"
import { type Body, bodiesOf } from "./recorded.ts"
import { keepRetention, retentionsOf } from "./retention.ts"
import type { EvidenceTables } from "./schema.ts"

/** Where it is kept, and for which mode; with a key, the ledger can be made and checked by whoever holds it alone. */
export interface EvidencePlace {
  readonly source: Source
  readonly mode: Mode
  readonly ledgerKey?: LedgerKey
  /** False: a store that an older version of the code made is left as it is, and refused. */
  readonly upgrade?: boolean
}

export class EvidenceOlder extends Schema.TaggedError<EvidenceOlder>()("EvidenceOlder", {}) {
  override get message() {
    return "The evidence store was made by an older version: keep a copy of it, then run ask -- transfer --upgrade."
  }
}

type Kept<A> = Effect.Effect<A, StoreUnavailable>

/** Whatever is kept is kept with its record, or neither is. */
export class Evidence extends Context.Service<
  Evidence,
  {
    readonly record: (decision: DecisionRecord) => Kept<Anchor>
    readonly keepExtract: (step: Step<ExtractState>) => Kept<Anchor>
    readonly keepCollection: (step: Step<CollectionState>) => Kept<Anchor>
    readonly keepRetention: (step: Step<RetentionState>) => Kept<Anchor>
    /** A day's two years begin without a decision, and so without a record. */
    readonly retain: (state: Retention<"active">) => Kept<void>
    readonly keepMember: (member: Member) => Kept<void>
    readonly dropMember: (person: Member["person"]) => Kept<void>
    readonly members: Kept<readonly Member[]>
    readonly extracts: Kept<readonly ExtractState[]>
    readonly collection: Kept<CollectionState>
    readonly retentions: Kept<readonly RetentionState[]>
    readonly columns: Kept<readonly StoredColumn[]>
    readonly arrivals: Arrivals
    readonly outputs: Outputs
    readonly bodiesOf: <K extends RecordKind>(kind: K) => Kept<readonly Body<K>[]>
    readonly ledger: Stream.Stream<LedgerRow, StoreUnavailable>
    readonly verify: (anchor?: Anchor) => Effect.Effect<Anchor, LedgerBroken | StoreUnavailable>
  }
>()("big-ask/db/evidence/Evidence") {
  static readonly layer = (place: EvidencePlace) => Layer.effect(Evidence, openEvidence(place))
}

const unavailable = (error: unknown): StoreUnavailable =>
  error instanceof StoreUnavailable ? error : new StoreUnavailable({ failure: failureOf(error) })

const known = (error: unknown): CannotOpenStore | EvidenceOlder =>
  error instanceof SettingRefused || error instanceof WrongMode || error instanceof EvidenceOlder
    ? error
    : unavailable(error)

const trying = <A>(work: () => Promise<A>): Kept<A> => Effect.tryPromise({ try: work, catch: unavailable })

const now = Effect.map(DateTime.now, DateTime.formatIso)

export const openEvidence = (
  place: EvidencePlace,
): Effect.Effect<Evidence["Service"], CannotOpenStore | EvidenceOlder, Scope.Scope> =>
  Effect.gen(function* () {
    const { source, ledgerKey } = place
    const connection = yield* Effect.acquireRelease(
      Effect.try({ try: () => connect<EvidenceTables>(present(source)), catch: known }),
      (opened) => Effect.ignore(trying(() => close(opened, source))),
    )
    const began = yield* now
    yield* Effect.tryPromise({ try: () => ready(connection, place, began), catch: known })
    const kept = (decision: DecisionRecord, change?: Parameters<typeof record>[4]) =>
      Effect.flatMap(now, (at) => trying(() => record(connection, decision, at, ledgerKey, change)))
    return Evidence.of({
      record: (decision) => kept(decision),
      keepExtract: (step) => kept(step.record, (transaction) => keepExtract(transaction, step.state)),
      keepCollection: (step) => kept(step.record, (transaction) => keepCollection(transaction, step.state)),
      keepRetention: (step) => kept(step.record, (transaction) => keepRetention(transaction, step.state)),
      retain: (state) =>
        trying(() => connection.db.transaction().execute((transaction) => keepRetention(transaction, state))),
      ...teamIn(connection, trying, kept),
      extracts: trying(() => extractsOf(connection)),
      collection: trying(() => collectionOf(connection)),
      retentions: trying(() => retentionsOf(connection)),
      columns: trying(() => storedColumnsOf("evidence", connection)),
      arrivals: arrivalsOf(connection, trying, kept),
      outputs: outputsOf(connection, trying, kept),
      bodiesOf: (kind) => trying(() => bodiesOf(connection, kind)),
      ledger: Stream.suspend(() => Stream.fromAsyncIterable(ledgerRows(connection), unavailable)),
      verify: (anchor) =>
        Effect.flatMap(
          trying(() => verifyStored(connection, anchor, ledgerKey)),
          Effect.fromResult,
        ),
    })
  })

const onlyRead = (source: Source): boolean => source.readOnly === true

const present = (source: Source): Source => {
  if (source.dialect === "sqlite" && onlyRead(source) && !existsSync(source.file))
    throw new StoreUnavailable({ failure: "absent" })
  return source
}

/** The mode is looked at before anything is changed: the wrong one must leave no trace. */
const ready = async (connection: Connection<EvidenceTables>, place: EvidencePlace, at: string): Promise<void> => {
  const { source, mode, ledgerKey } = place
  const stored = await modeOf(connection)
  if (stored !== undefined && stored !== mode) throw new WrongMode({ stored, wanted: mode })
  if (onlyRead(source)) {
    if (stored === undefined) throw new StoreUnavailable({ failure: "absent" })
    return
  }
  if (place.upgrade === false && stored !== undefined && (await isOlder(connection))) throw new EvidenceOlder()
  await migrate(connection)
  await beginLedger(connection, mode, at, ledgerKey)
  const claimed = await modeOf(connection)
  if (claimed !== undefined && claimed !== mode) throw new WrongMode({ stored: claimed, wanted: mode })
}

const close = async ({ db, dialect }: Connection<EvidenceTables>, source: Source): Promise<void> => {
  if (dialect === "sqlite" && !onlyRead(source)) await sql`pragma wal_checkpoint(truncate)`.execute(db)
  await db.destroy()
}
