/** The collection, opened for one mode only: it is durable, migrated and of this deployment, or it is not opened. */
import { existsSync } from "node:fs"
import { Context, Effect, Layer, type Scope, Stream } from "effect"
import { sql } from "kysely"
import type { Mode } from "../../policy/data/mode.ts"
import type { StoredColumn } from "../../policy/evidence/stored-columns.ts"
import { type Connection, connect, SettingRefused, type Source } from "../connect.ts"
import { storedColumnsOf } from "../stored-columns.ts"
import { type Arrival, append, type Outcome } from "./append.ts"
import { beginClosing, type Closing, isClosing } from "./begin-closing.ts"
import { type Count, countsOf } from "./counts.ts"
import { claimMode, confirmMode, WrongMode } from "./deployment.ts"
import { dropExpiredTokens } from "./drop-expired-tokens.ts"
import { removeResponses, sealedOf, truncateLog } from "./emptying.ts"
import { migrate } from "./migrations/migrate.ts"
import { responsesOf } from "./responses.ts"
import type { CollectionTables, ResponseTable, SealedRow } from "./schema.ts"
import { shutDay } from "./shut-day.ts"
import { StoreUnavailable, unavailable } from "./store-unavailable.ts"

export type CannotOpenStore = SettingRefused | WrongMode | StoreUnavailable

export class Collection extends Context.Service<
  Collection,
  {
    /** Plain, because it is the hot path, and never rejects: every failure is an outcome. */
    readonly append: (group: readonly Arrival[], expiresOn: string) => Promise<readonly Outcome[]>
    readonly counts: Effect.Effect<readonly Count[], StoreUnavailable>
    /** In the order of their random keys. */
    readonly responses: Stream.Stream<SealedRow, StoreUnavailable>
    readonly dropExpiredTokens: (today: string) => Effect.Effect<number, StoreUnavailable>
    /** From here on the database takes no response, whoever sends it. */
    readonly beginClosing: (state: Closing) => Effect.Effect<void, StoreUnavailable>
    readonly isClosing: Effect.Effect<boolean, StoreUnavailable>
    readonly sealedOf: (
      day: string,
      after: Uint8Array,
      most: number,
    ) => Effect.Effect<readonly ResponseTable[], StoreUnavailable>
    /** From here on the database takes no response of this day, whoever sends it. */
    readonly shutDay: (day: string) => Effect.Effect<void, StoreUnavailable>
    readonly remove: (keys: readonly Uint8Array[]) => Effect.Effect<void, StoreUnavailable>
    /** Whether the write-ahead log is empty now. */
    readonly truncateLog: Effect.Effect<boolean, StoreUnavailable>
    readonly columns: Effect.Effect<readonly StoredColumn[], StoreUnavailable>
  }
>()("big-ask/db/collection/Collection") {
  static readonly layer = (source: Source, mode: Mode) => Layer.effect(Collection, openCollection(source, mode))
}

const known = (error: unknown): CannotOpenStore =>
  error instanceof SettingRefused || error instanceof WrongMode || error instanceof StoreUnavailable
    ? error
    : unavailable(error)

const trying = <A>(work: () => Promise<A>): Effect.Effect<A, StoreUnavailable> =>
  Effect.tryPromise({ try: work, catch: unavailable })

export const openCollection = (
  source: Source,
  mode: Mode,
): Effect.Effect<Collection["Service"], CannotOpenStore, Scope.Scope> =>
  Effect.gen(function* () {
    const connection = yield* Effect.acquireRelease(
      Effect.try({ try: () => connect<CollectionTables>(present(source)), catch: known }),
      (opened) => Effect.ignore(trying(() => close(opened, source))),
    )
    yield* Effect.tryPromise({ try: () => ready(connection, source, mode), catch: known })
    return Collection.of({
      append: (group, expiresOn) => append(connection, group, expiresOn),
      counts: trying(() => countsOf(connection)),
      responses: Stream.suspend(() => Stream.fromAsyncIterable(responsesOf(connection), unavailable)),
      dropExpiredTokens: (today) => trying(() => dropExpiredTokens(connection, today)),
      beginClosing: (state) => trying(() => beginClosing(connection, state)),
      isClosing: trying(() => isClosing(connection)),
      sealedOf: (day, after, most) => trying(() => sealedOf(connection, day, after, most)),
      shutDay: (day) => trying(() => shutDay(connection, day)),
      remove: (keys) => trying(() => removeResponses(connection, keys)),
      truncateLog: trying(() => truncateLog(connection)),
      columns: trying(() => storedColumnsOf("collection", connection)),
    })
  })

const onlyRead = (source: Source): boolean => source.readOnly === true

const present = (source: Source): Source => {
  if (source.dialect === "sqlite" && onlyRead(source) && !existsSync(source.file))
    throw new StoreUnavailable({ failure: "absent" })
  return source
}

/** The mode is looked at before anything is changed: the wrong one must leave no trace. */
const ready = async (connection: Connection<CollectionTables>, source: Source, mode: Mode): Promise<void> => {
  const claimed = await confirmMode(connection, mode)
  if (onlyRead(source)) {
    if (!claimed) throw new StoreUnavailable({ failure: "absent" })
    return
  }
  await migrate(connection)
  await claimMode(connection, mode)
}

const close = async ({ db, dialect }: Connection<CollectionTables>, source: Source): Promise<void> => {
  if (dialect === "sqlite" && !onlyRead(source)) await sql`pragma wal_checkpoint(truncate)`.execute(db)
  await db.destroy()
}
