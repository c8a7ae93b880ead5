/** The responses of unlocked days as columns of codes, read as they stood at one moment, and of their words nothing. */
import { Effect } from "effect"
import { type Kysely, sql, type Transaction } from "kysely"
import { today } from "../../../policy/civil-day.ts"
import { isUnlocked, ReadsLocked, type Unlocked } from "../../../policy/retention/unlocked.ts"
import type { Held, Variable } from "../../../surveys/variables/variable.ts"
import { failureOf } from "../../collection/failure.ts"
import { StoreUnavailable } from "../../collection/store-unavailable.ts"
import { type Connection, connect, SettingRefused, type Source } from "../../connect.ts"
import type { EvidenceTables } from "../schema.ts"
import { byCouncil, type RegionOf } from "./by-council.ts"
import { AnswerNotOffered, type VariableColumn, variableWriter } from "./column-writer.ts"

export interface Columns {
  readonly responses: number
  /** 64 bits of each response's random id: the same responses have the same sum. */
  readonly keys: BigUint64Array
  readonly columns: ReadonlyMap<string, VariableColumn>
}

/** Responses that are held at a time. */
const most = 5_000

interface HowRead {
  readonly atATime?: number
  /** Where the councils lie that children named; left out, they tell nothing. */
  readonly regionOf?: RegionOf
}

const nowhere: RegionOf = () => undefined

const locked = new ReadsLocked({ rule: "retention-reviewed-after-two-years", because: "review-overdue" })

/** How many there are; fails when one of them is of a day that was not unlocked. */
const countOf = async (db: Kysely<EvidenceTables>, days: readonly string[]): Promise<number> => {
  const counts = await db
    .selectFrom("kept_response")
    .select(["day", sql<number>`cast(count(*) as integer)`.as("responses")])
    .groupBy("day")
    .execute()
  if (counts.some(({ day }) => !days.includes(day))) throw locked
  return counts.reduce((sum, { responses }) => sum + responses, 0)
}

const neededFor = (wanted: readonly Variable[]) => ({
  answers: wanted.some(({ questions }) => questions.length > 0),
  flags: wanted.some(({ onlyFilters }) => onlyFilters),
})

const base = ["id", "form", "place", "local_authority", "region", "imd_decile"] as const

/** In the order of their random ids. */
const pageAfter = (
  db: Kysely<EvidenceTables>,
  after: Uint8Array,
  needed: { readonly answers: boolean; readonly flags: boolean },
  atATime: number,
) =>
  db
    .selectFrom("kept_response")
    .select(base)
    .$if(needed.answers, (query) => query.select("answers"))
    .$if(needed.flags, (query) => query.select("flags"))
    .where("id", ">", after)
    .orderBy("id")
    .limit(atATime)
    .execute()

type Row = Awaited<ReturnType<typeof pageAfter>>[number]

const heldIn = ({ form, place, local_authority, region, imd_decile, answers, flags }: Row): Held => ({
  ...{ form, place, localAuthority: local_authority, region, imdDecile: imd_decile },
  answers: answers === undefined ? {} : JSON.parse(answers),
  flags: flags === undefined ? [] : JSON.parse(flags),
})

const keyIn = ({ buffer, byteOffset }: Uint8Array): bigint => new DataView(buffer, byteOffset).getBigUint64(0)

const read = async (
  db: Kysely<EvidenceTables>,
  days: readonly string[],
  wanted: readonly Variable[],
  { atATime = most, regionOf = nowhere }: HowRead,
): Promise<Columns> => {
  const responses = await countOf(db, days)
  const keys = new BigUint64Array(responses)
  const writers = wanted.map((variable) => variableWriter(variable, responses))
  const needed = neededFor(wanted)
  let row = 0
  for (let after = new Uint8Array(0), more = responses > 0; more; ) {
    const page = await pageAfter(db, after, needed, atATime)
    for (const each of page) {
      keys[row++] = keyIn(each.id)
      const held = byCouncil(heldIn(each), regionOf)
      for (const { add } of writers) add(held)
    }
    after = new Uint8Array(page.at(-1)?.id ?? after)
    more = page.length === atATime
  }
  return {
    responses,
    keys,
    columns: new Map(writers.map(({ column }) => column()).map((one) => [one.variable.name, one])),
  }
}

/** What arrives or goes meanwhile is not seen. */
const atOneMoment = <A>(
  { db, dialect }: Connection<EvidenceTables>,
  work: (transaction: Transaction<EvidenceTables>) => Promise<A>,
): Promise<A> => {
  const transaction = db.transaction()
  return (
    dialect === "sqlite" ? transaction : transaction.setIsolationLevel("repeatable read").setAccessMode("read only")
  ).execute(work)
}

type Refusal = AnswerNotOffered | ReadsLocked | SettingRefused | StoreUnavailable

const known = (error: unknown): Refusal =>
  error instanceof AnswerNotOffered || error instanceof ReadsLocked || error instanceof SettingRefused
    ? error
    : new StoreUnavailable({ failure: failureOf(error) })

/** Needs every day that has responses unlocked, today: a table of some of the days would pass for one of all. */
export const readColumns = Effect.fnUntraced(function* (
  source: Source,
  unlocked: readonly Unlocked[],
  wanted: readonly Variable[],
  how: HowRead = {},
): Effect.fn.Return<Columns, Refusal> {
  const on = yield* today
  const days = unlocked.filter((each) => isUnlocked(each) && each.on === on).map(({ of }) => of)
  if (days.length < unlocked.length) return yield* locked
  return yield* Effect.acquireUseRelease(
    Effect.try({ try: () => connect<EvidenceTables>({ ...source, readOnly: true }), catch: known }),
    (connection) =>
      Effect.tryPromise({ try: () => atOneMoment(connection, (db) => read(db, days, wanted, how)), catch: known }),
    ({ db }) => Effect.ignore(Effect.tryPromise(() => db.destroy())),
  )
})
