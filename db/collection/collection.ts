/** Stores sealed responses for one deployment mode, hands them to the transfer, and removes them once they have arrived. */
import { Context, Effect, Layer, type Scope, type Stream } from "effect"
import type { StoredColumn } from "../../policy/data/asset.ts"
import type { Mode } from "../../policy/data/mode.ts"
import type { Window } from "../../policy/window.ts"
import type { LetterKind } from "../complaints/letter.ts"
import {
  complaintsIn,
  keepComplaint,
  lettersTo,
  removeComplaint,
  type SealedLetters,
  type StoredComplaint,
  sealedComplaint,
  writeLetter,
} from "../complaints/stored.ts"
import type { Connection, Source } from "../connect.ts"
import { type CollectionInspection, inspectCollection } from "../inspection/inspect-collection.ts"
import type { SealedRow } from "../sealed-row.ts"
import { type CannotOpenStore, openStore, type StoreKind } from "../store.ts"
import { StoreUnavailable } from "../store-unavailable.ts"
import { storedColumnsOf } from "../stored-columns.ts"
import { type Arrival, append, type Outcome } from "./append.ts"
import { type Count, countsOf } from "./counts.ts"
import { claimMode, modeOf } from "./deployment.ts"
import { emptyLog } from "./empty-log.ts"
import {
  beginClosing,
  type Closing,
  clearDay,
  clearLog,
  isClosing,
  removeResponses,
  sealedOf,
  shutDay,
} from "./emptying.ts"
import { beat } from "./heartbeat.ts"
import { migrate } from "./migrations/migrate.ts"
import { mix } from "./mix.ts"
import { responsesOf } from "./responses.ts"
import type { CollectionTables, ResponseTable } from "./schema.ts"
import { dropExpiredTokens } from "./tokens.ts"
import { keepWindow } from "./window.ts"

/** Complaints, sealed, by the hash of their reference. */
interface Complaints {
  /** `day` is the day of receipt. */
  readonly keep: (hash: Uint8Array, sealed: Uint8Array, day: string) => Effect.Effect<Outcome, StoreUnavailable>
  readonly lettersTo: (hash: Uint8Array) => Effect.Effect<SealedLetters, StoreUnavailable>
  readonly all: Effect.Effect<readonly StoredComplaint[], StoreUnavailable>
  readonly sealed: (hash: Uint8Array) => Effect.Effect<Uint8Array | undefined, StoreUnavailable>
  readonly write: (hash: Uint8Array, kind: LetterKind, letter: Uint8Array) => Effect.Effect<void, StoreUnavailable>
  readonly remove: (hash: Uint8Array) => Effect.Effect<void, StoreUnavailable>
}

export class Collection extends Context.Service<
  Collection,
  {
    /** A plain promise, because it is the hot path. Every known failure is an outcome; it rejects only with a defect. */
    readonly append: (group: readonly Arrival[], expiresOn: string) => Promise<readonly Outcome[]>
    /** False while the file of the collection is not the one that was opened: nothing is acknowledged. */
    readonly isInPlace: () => boolean
    readonly counts: Effect.Effect<readonly Count[], StoreUnavailable>
    /** Ordered by their random keys. */
    readonly responses: Stream.Stream<SealedRow, StoreUnavailable>
    readonly dropExpiredTokens: (today: string) => Effect.Effect<number, StoreUnavailable>
    /** Makes the database refuse every later response. */
    readonly beginClosing: (state: Closing) => Effect.Effect<void, StoreUnavailable>
    readonly isClosing: Effect.Effect<boolean, StoreUnavailable>
    readonly sealedOf: (
      day: string,
      after: Uint8Array,
      most: number,
    ) => Effect.Effect<readonly ResponseTable[], StoreUnavailable>
    /** Makes the database refuse every later response of this day, and mixes those that have arrived. */
    readonly shutDay: (day: string) => Effect.Effect<void, StoreUnavailable>
    readonly remove: (day: string, keys: readonly Uint8Array[]) => Effect.Effect<void, StoreUnavailable>
    /** Mixes what has arrived among the earlier responses of its day, then overwrites the log if nobody reads it. */
    readonly mix: Effect.Effect<void, StoreUnavailable>
    /** Drops the table of an emptied day. Whether the write-ahead log is now empty. */
    readonly clearDay: (day: string) => Effect.Effect<boolean, StoreUnavailable>
    /** Whether the write-ahead log is now empty. */
    readonly clearLog: Effect.Effect<boolean, StoreUnavailable>
    /** Commits a tiny change: it fails where the store cannot commit now. */
    readonly beat: Effect.Effect<void, StoreUnavailable>
    /** The database refuses responses of days outside it from now on. */
    readonly keepWindow: (window: Window) => Effect.Effect<void, StoreUnavailable>
    readonly complaints: Complaints
    readonly columns: Effect.Effect<readonly StoredColumn[], StoreUnavailable>
    readonly inspect: Effect.Effect<CollectionInspection>
  }
>()("big-ask/db/collection/Collection") {
  static readonly layer = (source: Source, mode: Mode) => Layer.effect(Collection, openCollection(source, mode))
}

/** Milliseconds to wait for readers of the log: longer would keep arriving responses waiting. */
const patience = 100

const mixAndEmptyLog = async (here: Connection<CollectionTables>): Promise<void> => {
  if (await mix(here)) await emptyLog(here, patience)
}

const kindFor = (mode: Mode): StoreKind<CollectionTables> => ({
  name: "collection",
  span: "Collection",
  modeOf,
  migrate,
  claimMode: (connection) => claimMode(connection, mode),
})

export const openCollection = Effect.fn("Collection.open")(function* (
  source: Source,
  mode: Mode,
): Effect.fn.Return<Collection["Service"], CannotOpenStore, Scope.Scope> {
  const store = yield* openStore(kindFor(mode), source, mode)
  const { connection, run, stream } = store
  const { isInPlace } = connection
  return Collection.of({
    append: async (group, expiresOn) => {
      const unavailable = () => group.map((): Outcome => "unavailable")
      if (!isInPlace()) return unavailable()
      const outcomes = await append(connection, group, expiresOn)
      return isInPlace() ? outcomes : unavailable()
    },
    isInPlace,
    counts: run("counts", countsOf),
    responses: stream(responsesOf),
    dropExpiredTokens: (today) => run("dropExpiredTokens", (here) => dropExpiredTokens(here, today)),
    beginClosing: (state) => run("beginClosing", (here) => beginClosing(here, state)),
    isClosing: run("isClosing", isClosing),
    sealedOf: (day, after, most) => run("sealedOf", (here) => sealedOf(here, day, after, most)),
    shutDay: (day) => run("shutDay", (here) => shutDay(here, day)),
    remove: (day, keys) => run("remove", (here) => removeResponses(here, day, keys)),
    mix: run("mix", mixAndEmptyLog),
    clearDay: (day) => run("clearDay", (here) => clearDay(here, day)),
    clearLog: run("clearLog", clearLog),
    beat: Effect.suspend(() =>
      isInPlace() ? run("beat", beat) : Effect.fail(new StoreUnavailable({ store: "collection", failure: "moved" })),
    ),
    keepWindow: (window) => run("keepWindow", (here) => keepWindow(here, window)),
    complaints: {
      keep: (hash, sealed, day) => run("keepComplaint", (here) => keepComplaint(here, hash, sealed, day)),
      lettersTo: (hash) => run("lettersTo", (here) => lettersTo(here, hash)),
      all: run("complaints", complaintsIn),
      sealed: (hash) => run("sealedComplaint", (here) => sealedComplaint(here, hash)),
      write: (hash, kind, letter) => run("writeLetter", (here) => writeLetter(here, hash, kind, letter)),
      remove: (hash) => run("removeComplaint", (here) => removeComplaint(here, hash)),
    },
    columns: run("columns", (here) => storedColumnsOf("collection", here)),
    inspect: inspectCollection(store),
  })
})
