/** Gives each store a random identity of its own, and compares it with the one that is kept with the keys. */
import { existsSync } from "node:fs"
import { Effect } from "effect"
import { sql } from "kysely"
import type { Migration } from "kysely/migration"
import { attempt, attemptPromise } from "./attempt.ts"
import type { Connection, IdentityPlace, Source } from "./connect.ts"
import { StoreForeign, StoreGone } from "./foreign-store.ts"
import { draftIdentity, keepIdentity, readIdentity, settleIdentity } from "./identity-file.ts"
import { migrationOf } from "./migration.ts"
import type { StoreUnavailable } from "./store-unavailable.ts"

export type IdentifiedStore = "collection" | "evidence"

const tableOf = (store: IdentifiedStore): string => `${store}_identity`

const table = (store: IdentifiedStore, dialect: "sqlite" | "postgres"): readonly string[] => {
  const name = tableOf(store)
  const create = (bytes: string, ending: string) => `create table ${name} (
    id integer not null primary key check (id = 1),
    identity ${bytes} not null check (length(identity) = 16)
  )${ending}`
  if (dialect === "sqlite")
    return [
      create("blob", " strict, without rowid"),
      `create trigger ${name}_is_final before update on ${name} begin select raise(abort, 'an identity is final'); end`,
    ]
  return [
    create("bytea", ""),
    `create function ${name}_is_final() returns trigger language plpgsql as
      $$ begin raise exception 'an identity is final'; end $$`,
    `create trigger ${name}_is_final before update on ${name} for each statement execute function ${name}_is_final()`,
  ]
}

export const identityTable = (store: IdentifiedStore, dialect: "sqlite" | "postgres"): Migration =>
  migrationOf(table(store, dialect))

/** `undefined` in an empty store, and in one that a version without identities made. */
export const identityOf = async <D>({ db }: Connection<D>, store: IdentifiedStore): Promise<Uint8Array | undefined> => {
  const tables = await db.introspection.getTables()
  if (!tables.some(({ name }) => name === tableOf(store))) return undefined
  const { rows } = await sql<{ identity: Uint8Array }>`select identity from ${sql.table(tableOf(store))}`.execute(db)
  return rows[0]?.identity
}

/** The first to claim it wins. */
const claim = async <D>({ db }: Connection<D>, store: IdentifiedStore, identity: Uint8Array): Promise<void> => {
  await sql`insert into ${sql.table(tableOf(store))} (id, identity) values (1, ${identity})
    on conflict (id) do nothing`.execute(db)
}

const same = (one: Uint8Array, other: Uint8Array | undefined): boolean =>
  other !== undefined && Buffer.compare(one, other) === 0

const knownTo = ({ file, reading }: IdentityPlace & { readonly reading: boolean }) =>
  attempt("keys", () => readIdentity(file, reading))

/** Before a connection is made, which would create the file. */
export const refuseMissing = Effect.fn("Store.refuseMissing")(function* (store: IdentifiedStore, source: Source) {
  const { identity, readOnly = false } = source
  if (identity === undefined || source.dialect !== "sqlite" || existsSync(source.file)) return
  const known = yield* knownTo({ ...identity, reading: readOnly })
  if (known?.settled !== undefined && identity.restored !== true) return yield* new StoreGone({ store })
})

/** Before anything is changed. */
export const refuseForeign = Effect.fn("Store.refuseForeign")(function* <D>(
  store: IdentifiedStore,
  source: Source,
  connection: Connection<D>,
): Effect.fn.Return<void, StoreForeign | StoreGone | StoreUnavailable> {
  const { identity, readOnly = false } = source
  if (identity === undefined) return
  const known = yield* knownTo({ ...identity, reading: readOnly })
  if (known === undefined) return
  const stored = yield* attemptPromise(store, () => identityOf(connection, store))
  const { settled, draft } = known
  if (settled !== undefined) {
    if (stored === undefined && identity.restored !== true) return yield* new StoreGone({ store })
    if (stored !== undefined && !same(settled, stored)) return yield* new StoreForeign({ store })
    return
  }
  if (stored !== undefined && !same(stored, draft) && identity.restored !== true)
    return yield* new StoreForeign({ store })
})

/** After the tables are made. The file gets its name last: an interruption before leaves a draft that still fits. */
export const claimIdentity = Effect.fn("Store.claimIdentity")(function* <D>(
  store: IdentifiedStore,
  { identity }: Source,
  connection: Connection<D>,
): Effect.fn.Return<void, StoreForeign | StoreGone | StoreUnavailable> {
  if (identity === undefined) return
  const { file, settles } = identity
  const known = yield* knownTo({ ...identity, reading: false })
  const stored = yield* attemptPromise(store, () => identityOf(connection, store))
  if (stored === undefined) {
    const own = known?.settled ?? (yield* attempt("keys", () => known?.draft ?? draftIdentity(file)))
    yield* attemptPromise(store, () => claim(connection, store, own))
  } else if (known?.settled === undefined && identity.restored === true)
    yield* attempt("keys", () => keepIdentity(file, stored))
  if (settles) yield* attempt("keys", () => settleIdentity(file))
})
