/** Reads the responses of unlocked days as columns of codes, in one snapshot, without the children's own words. */
import { Effect, Result } from "effect"
import { type Kysely, sql, type Transaction } from "kysely"
import { today } from "../../../policy/civil-day.ts"
import { isUnlocked, ReadsLocked, type Unlocked } from "../../../policy/custody/unlock.ts"
import type { ResponseRecord, Variable } from "../../../surveys/variables/variable.ts"
import { attemptPromise, settingRefusedOr } from "../../attempt.ts"
import { type Connection, connect, type Source } from "../../connect.ts"
import type { SettingRefused } from "../../setting-refused.ts"
import type { StoreUnavailable } from "../../store-unavailable.ts"
import type { EvidenceTables } from "../schema.ts"
import { AnswerNotOffered, type VariableColumn, variableWriter } from "./column-writer.ts"
import { placeByCouncil, type RegionOf } from "./place-by-council.ts"

export interface Columns {
  readonly responses: number
  /** The first 64 bits of each response's random id: equal sums mean the same responses. */
  readonly keys: BigUint64Array
  readonly columns: ReadonlyMap<string, VariableColumn>
}

/** Responses in memory at a time. */
const defaultPageSize = 5_000

interface ReadOptions {
  readonly pageSize?: number
  /** The region of each council; by default a council that a child named is ignored. */
  readonly regionOf?: RegionOf
}

const noRegion: RegionOf = () => undefined

const locked = new ReadsLocked({ rule: "retention-reviewed-after-two-years", because: "review-overdue" })

/** `undefined` if a response belongs to a day that was not unlocked. */
const countOf = async (db: Kysely<EvidenceTables>, days: readonly string[]): Promise<number | undefined> => {
  const counts = await db
    .selectFrom("kept_response")
    .select(["day", sql<number>`cast(count(*) as integer)`.as("responses")])
    .groupBy("day")
    .execute()
  if (counts.some(({ day }) => !days.includes(day))) return undefined
  return counts.reduce((sum, { responses }) => sum + responses, 0)
}

const neededFor = (wanted: readonly Variable[]) => ({
  answers: wanted.some(({ questions }) => questions.length > 0),
  flags: wanted.some(({ onlyFilters }) => onlyFilters),
})

const base = ["id", "form", "place", "local_authority", "region", "imd_decile"] as const

/** Ordered by random id. */
const pageAfter = (
  db: Kysely<EvidenceTables>,
  after: Uint8Array,
  needed: { readonly answers: boolean; readonly flags: boolean },
  pageSize: number,
) =>
  db
    .selectFrom("kept_response")
    .select(base)
    .$if(needed.answers, (query) => query.select("answers"))
    .$if(needed.flags, (query) => query.select("flags"))
    .where("id", ">", after)
    .orderBy("id")
    .limit(pageSize)
    .execute()

type Row = Awaited<ReturnType<typeof pageAfter>>[number]

const heldIn = ({ form, place, local_authority, region, imd_decile, answers, flags }: Row): ResponseRecord => ({
  ...{ form, place, localAuthority: local_authority, region, imdDecile: imd_decile },
  answers: answers === undefined ? {} : JSON.parse(answers),
  flags: flags === undefined ? [] : JSON.parse(flags),
})

const keyIn = ({ buffer, byteOffset }: Uint8Array): bigint => new DataView(buffer, byteOffset).getBigUint64(0)

const read = async (
  db: Kysely<EvidenceTables>,
  days: readonly string[],
  wanted: readonly Variable[],
  { pageSize = defaultPageSize, regionOf = noRegion }: ReadOptions,
): Promise<Result.Result<Columns, ReadsLocked | AnswerNotOffered>> => {
  const responses = await countOf(db, days)
  if (responses === undefined) return Result.fail(locked)
  const keys = new BigUint64Array(responses)
  const writers = wanted.map((variable) => variableWriter(variable, responses))
  const needed = neededFor(wanted)
  let row = 0
  for (let after = new Uint8Array(0), more = responses > 0; more; ) {
    const page = await pageAfter(db, after, needed, pageSize)
    for (const each of page) {
      keys[row++] = keyIn(each.id)
      const response = placeByCouncil(heldIn(each), regionOf)
      for (const { add, variable } of writers)
        if (!add(response)) return Result.fail(new AnswerNotOffered({ variable: variable.name }))
    }
    after = new Uint8Array(page.at(-1)?.id ?? after)
    more = page.length === pageSize
  }
  const columns = new Map(writers.map(({ column }) => column()).map((one) => [one.variable.name, one]))
  return Result.succeed({ responses, keys, columns })
}

/** Reads one snapshot: later arrivals and deletions are not seen. */
const inSnapshot = <A>(
  { db, dialect }: Connection<EvidenceTables>,
  work: (transaction: Transaction<EvidenceTables>) => Promise<A>,
): Promise<A> => {
  const transaction = db.transaction()
  return (
    dialect === "sqlite" ? transaction : transaction.setIsolationLevel("repeatable read").setAccessMode("read only")
  ).execute(work)
}

type Refusal = AnswerNotOffered | ReadsLocked | SettingRefused | StoreUnavailable

const refuse = settingRefusedOr("evidence")

/** Every day with responses must be unlocked today: a table of some days could pass for a table of all. */
export const readColumns = Effect.fn("Evidence.readColumns")(function* (
  source: Source,
  unlocked: readonly Unlocked[],
  wanted: readonly Variable[],
  options: ReadOptions = {},
): Effect.fn.Return<Columns, Refusal> {
  const on = yield* today
  const days = unlocked.filter((each) => isUnlocked(each) && each.on === on).map(({ of }) => of)
  if (days.length < unlocked.length) return yield* locked
  return yield* Effect.acquireUseRelease(
    Effect.try({ try: () => connect<EvidenceTables>({ ...source, readOnly: true }), catch: refuse }),
    (connection) =>
      Effect.tryPromise({
        try: () => inSnapshot(connection, (db) => read(db, days, wanted, options)),
        catch: refuse,
      }).pipe(Effect.flatMap(Effect.fromResult)),
    ({ db }) => Effect.ignore(attemptPromise("evidence", () => db.destroy())),
  )
})
