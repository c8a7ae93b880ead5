/** Opens a store for one mode and one scope: with every setting it needs, migrated, and owned by that mode, or not at all. */
import { existsSync } from "node:fs"
import { Effect, type Scope, Stream } from "effect"
import { sql } from "kysely"
import type { Mode } from "../policy/data/mode.ts"
import { attemptPromise, settingRefusedOr, unavailableOr } from "./attempt.ts"
import { type Connection, connect, type Source } from "./connect.ts"
import type { StoreForeign, StoreGone } from "./foreign-store.ts"
import { claimIdentity, type IdentifiedStore, identityOf, refuseForeign, refuseMissing } from "./identity.ts"
import type { SettingRefused } from "./setting-refused.ts"
import { type StoreName, StoreUnavailable } from "./store-unavailable.ts"
import { WrongMode } from "./wrong-mode.ts"

export type CannotOpenStore = SettingRefused | WrongMode | StoreForeign | StoreGone | StoreUnavailable

/** What differs between the collection and the evidence store. */
export interface StoreKind<D> {
  readonly name: StoreName & IdentifiedStore
  /** Begins the names of its trace spans. */
  readonly span: string
  /** The mode that the store already serves; `undefined` in an empty store. */
  readonly modeOf: (connection: Connection<D>) => Promise<string | undefined>
  readonly migrate: (connection: Connection<D>) => Promise<void>
  readonly claimMode: (connection: Connection<D>) => Promise<void>
}

export interface Store<D> {
  readonly connection: Connection<D>
  /** Runs one step in a trace span; an unknown error is a defect. */
  readonly run: <A>(step: string, work: (connection: Connection<D>) => Promise<A>) => Effect.Effect<A, StoreUnavailable>
  readonly stream: <A>(rows: (connection: Connection<D>) => AsyncIterable<A>) => Stream.Stream<A, StoreUnavailable>
  /** The failure of a store whose rows do not decode or do not match its ledger. */
  readonly inconsistent: () => StoreUnavailable
}

const isMissing = (source: Source): boolean =>
  source.dialect === "sqlite" && source.readOnly === true && !existsSync(source.file)

const close = async <D>({ db, dialect }: Connection<D>, source: Source): Promise<void> => {
  if (dialect === "sqlite" && source.readOnly !== true) await sql`pragma wal_checkpoint(truncate)`.execute(db)
  await db.destroy()
}

/** PostgreSQL connects at the first statement, which therefore runs here. */
const connected = Effect.fn("Store.connect")(function* <D>(
  name: StoreName,
  source: Source,
): Effect.fn.Return<Connection<D>, SettingRefused | StoreUnavailable, Scope.Scope> {
  if (isMissing(source)) return yield* new StoreUnavailable({ store: name, failure: "absent" })
  const connection = yield* Effect.acquireRelease(
    Effect.try({ try: () => connect<D>(source), catch: settingRefusedOr(name) }),
    (opened) => Effect.ignore(attemptPromise(name, () => close(opened, source))),
  )
  yield* Effect.tryPromise({ try: () => sql`select 1`.execute(connection.db), catch: settingRefusedOr(name) })
  return connection
})

const storeOf = <D>({ name, span }: StoreKind<D>, connection: Connection<D>): Store<D> => {
  const unavailable = unavailableOr(name)
  return {
    connection,
    run: (step, work) =>
      attemptPromise(name, () => work(connection)).pipe(
        Effect.withSpan(`${span}.${step}`, {}, { captureStackTrace: false }),
      ),
    stream: (rows) => Stream.suspend(() => Stream.fromAsyncIterable(rows(connection), unavailable)),
    inconsistent: () => new StoreUnavailable({ store: name, failure: "inconsistent" }),
  }
}

/** Checks the mode before anything else, so that opening for the wrong mode changes nothing. */
export const openStore = Effect.fn("Store.open")(function* <D, E = never>(
  kind: StoreKind<D>,
  source: Source,
  mode: Mode,
  beforeMigration: (store: Store<D>) => Effect.Effect<void, E | StoreUnavailable> = () => Effect.void,
): Effect.fn.Return<Store<D>, CannotOpenStore | E, Scope.Scope> {
  yield* refuseMissing(kind.name, source)
  const store = storeOf(kind, yield* connected<D>(kind.name, source))
  const stored = yield* store.run("modeOf", kind.modeOf)
  if (stored !== undefined && stored !== mode) return yield* new WrongMode({ stored, wanted: mode })
  yield* refuseForeign(kind.name, source, store.connection)
  if (source.readOnly === true) {
    if (stored !== undefined) return store
    // A store that has its identity was made; what records its mode has been taken out of it.
    const isMade = (yield* attemptPromise(kind.name, () => identityOf(store.connection, kind.name))) !== undefined
    return yield* new StoreUnavailable({ store: kind.name, failure: isMade ? "inconsistent" : "absent" })
  }
  if (stored !== undefined) yield* beforeMigration(store)
  yield* store.run("migrate", kind.migrate)
  yield* store.run("claimMode", kind.claimMode)
  yield* claimIdentity(kind.name, source, store.connection)
  const claimed = yield* store.run("modeOf", kind.modeOf)
  if (claimed !== undefined && claimed !== mode) return yield* new WrongMode({ stored: claimed, wanted: mode })
  return store
})
