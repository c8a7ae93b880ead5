/** Responses arrive in batches, each with the digests of its sealed rows and the day's own count, all of it or nothing. */
import type { Effect } from "effect"
import { type Kysely, sql, type Transaction } from "kysely"
import type { Day } from "../../policy/civil-day.ts"
import type { DecisionRecord } from "../../policy/evidence/decision-record.ts"
import type { Anchor } from "../../policy/evidence/ledger.ts"
import { retain } from "../../policy/retention/retention-state.ts"
import { StoreUnavailable } from "../collection/store-unavailable.ts"
import type { Connection } from "../connect.ts"
import { parts } from "../parts.ts"
import { countsOf, flaggedOf, placesOf, qualityOf } from "./arrival-counts.ts"
import { changedOne } from "./changed-one.ts"
import type { KeptResponse } from "./kept-response.ts"
import { keepRetention } from "./retention.ts"
import type { EvidenceTables, KnownQuestionTable, TransferDayTable } from "./schema.ts"

export interface Batch {
  readonly day: Day
  readonly responses: readonly KeptResponse[]
  /** Of the sealed rows, in an order that has nothing to do with that of the responses. */
  readonly sealed: readonly Uint8Array[]
  /** Digests of whole answer sets, those of the day that are known already among them. */
  readonly answered?: readonly Uint8Array[]
  /** The day's digest without these responses, and with them. */
  readonly before: string
  readonly digest: string
}

export type Trying = <A>(work: () => Promise<A>) => Effect.Effect<A, StoreUnavailable>
export type Recorded = (
  record: DecisionRecord,
  change: (transaction: Transaction<EvidenceTables>) => Promise<unknown>,
) => Effect.Effect<Anchor, StoreUnavailable>

export const arrivalsOf = (connection: Connection<EvidenceTables>, trying: Trying, recorded: Recorded) => ({
  days: trying(() => transferDays(connection)),
  beginDay: (day: Day) => trying(() => beginDay(connection, day)),
  knowQuestions: (questions: readonly KnownQuestionTable[]) => trying(() => knowQuestions(connection, questions)),
  keep: (batch: Batch) => trying(() => keepBatch(connection, batch)),
  answered: (sets: readonly Uint8Array[]) => trying(() => answeredOf(connection, sets)),
  arrived: (sealed: readonly Uint8Array[]) => trying(() => arrivedOf(connection, sealed)),
  byIds: (ids: readonly Uint8Array[]) => trying(() => keptByIds(connection, ids)),
  ofDay: (day: Day, after: Uint8Array, most: number) => trying(() => keptOfDay(connection, day, after, most)),
  sealedOfDay: (day: Day, after: Uint8Array, most: number) => trying(() => sealedOfDay(connection, day, after, most)),
  markVerified: (day: Day) => trying(() => markVerified(connection, day)),
  complete: (day: Day, record: DecisionRecord) => recorded(record, (transaction) => completeDay(transaction, day)),
  quality: trying(() => qualityOf(connection)),
  flagged: trying(() => flaggedOf(connection)),
  counts: trying(() => countsOf(connection)),
  places: trying(() => placesOf(connection)),
})

export type Arrivals = ReturnType<typeof arrivalsOf>

const rowsAStatement = 250

export const transferDays = ({ db }: Connection<EvidenceTables>): Promise<readonly TransferDayTable[]> =>
  db.selectFrom("transfer_day").selectAll().orderBy("day").execute()

/** A day's two years and its count begin together, before anything arrives. */
export const beginDay = ({ db }: Connection<EvidenceTables>, day: Day): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const isRetained = await transaction.selectFrom("retention").where("given_on", "=", day).select("state").execute()
    if (isRetained.length === 0) await keepRetention(transaction, retain(day))
    const begun = { day, state: "arriving" as const, responses: 0, digest: "0".repeat(64) }
    await transaction.insertInto("transfer_day").values(begun).execute()
  })

export const knowQuestions = async (
  { db }: Connection<EvidenceTables>,
  questions: readonly KnownQuestionTable[],
): Promise<void> => {
  for (const part of parts(questions, rowsAStatement))
    await db
      .insertInto("known_question")
      .values(part)
      .onConflict((conflict) => conflict.columns(["form", "question"]).doNothing())
      .execute()
}

export const keepBatch = ({ db }: Connection<EvidenceTables>, batch: Batch): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const { day, responses, sealed, answered = [], before, digest } = batch
    if (responses.length !== sealed.length) throw new StoreUnavailable({ failure: "refused" })
    changedOne(
      await transaction
        .updateTable("transfer_day")
        .set({ responses: sql<number>`responses + ${responses.length}`, digest })
        .where("day", "=", day)
        .where("digest", "=", before)
        .executeTakeFirstOrThrow(),
    )
    for (const part of parts(sealed, rowsAStatement))
      await transaction
        .insertInto("transferred")
        .values(part.map((each) => ({ digest: each, day })))
        .execute()
    for (const part of parts(answered, rowsAStatement))
      await transaction
        .insertInto("answer_set")
        .values(part.map((each) => ({ digest: each, day })))
        .onConflict((conflict) => conflict.column("digest").doNothing())
        .execute()
    await insert(transaction, responses)
  })

const insert = async (transaction: Transaction<EvidenceTables>, responses: readonly KeptResponse[]): Promise<void> => {
  for (const part of parts(responses, rowsAStatement))
    await transaction
      .insertInto("kept_response")
      .values(part.map(({ response }) => response))
      .execute()
  const words = responses.flatMap((each) => each.words)
  for (const part of parts(words, rowsAStatement)) await transaction.insertInto("quarantine").values(part).execute()
}

/** Which of these answer sets have come already on the day that is being transferred, in hexadecimal. */
const answeredOf = async (
  { db }: Connection<EvidenceTables>,
  sets: readonly Uint8Array[],
): Promise<ReadonlySet<string>> => {
  const known = new Set<string>()
  for (const part of parts(sets, rowsAStatement))
    for (const { digest } of await db.selectFrom("answer_set").select("digest").where("digest", "in", part).execute())
      known.add(digest.toHex())
  return known
}

/** Which of these sealed rows have arrived already, in hexadecimal. */
export const arrivedOf = async (
  { db }: Connection<EvidenceTables>,
  sealed: readonly Uint8Array[],
): Promise<ReadonlySet<string>> => {
  const arrived = new Set<string>()
  for (const part of parts(sealed, rowsAStatement))
    for (const { digest } of await db.selectFrom("transferred").select("digest").where("digest", "in", part).execute())
      arrived.add(digest.toHex())
  return arrived
}

/** A page of one day's digests of sealed rows, in their order. */
export const sealedOfDay = async (
  { db }: Connection<EvidenceTables>,
  day: Day,
  after: Uint8Array,
  most: number,
): Promise<readonly Uint8Array[]> => {
  const page = db.selectFrom("transferred").select("digest").where("digest", ">", after).where("day", "=", day)
  return (await page.orderBy("digest").limit(most).execute()).map(({ digest }) => digest)
}

const withWords = async (
  db: Kysely<EvidenceTables>,
  responses: readonly KeptResponse["response"][],
): Promise<readonly KeptResponse[]> => {
  const ids = responses.map(({ id }) => id)
  const words =
    ids.length === 0 ? [] : await db.selectFrom("quarantine").selectAll().where("response", "in", ids).execute()
  const byResponse = Map.groupBy(words, ({ response }) => response.toHex())
  return responses.map((response) => ({
    response,
    words: byResponse.get(response.id.toHex()) ?? [],
  }))
}

export const keptByIds = async (
  { db }: Connection<EvidenceTables>,
  ids: readonly Uint8Array[],
): Promise<readonly KeptResponse[]> =>
  withWords(db, await db.selectFrom("kept_response").selectAll().where("id", "in", ids).execute())

/** A page of one day's responses, in the order of their random ids. */
export const keptOfDay = async (
  { db }: Connection<EvidenceTables>,
  day: Day,
  after: Uint8Array,
  most: number,
): Promise<readonly KeptResponse[]> => {
  const page = db.selectFrom("kept_response").selectAll().where("id", ">", after).where("day", "=", day)
  return withWords(db, await page.orderBy("id").limit(most).execute())
}

export const markVerified = async ({ db }: Connection<EvidenceTables>, day: Day): Promise<void> =>
  changedOne(
    await db.updateTable("transfer_day").set({ state: "verified" }).where("day", "=", day).executeTakeFirstOrThrow(),
  )

/** The digests of the sealed rows and of the answer sets go with the day. */
export const completeDay = async (transaction: Transaction<EvidenceTables>, day: Day): Promise<void> => {
  changedOne(
    await transaction
      .updateTable("transfer_day")
      .set({ state: "complete" })
      .where("day", "=", day)
      .executeTakeFirstOrThrow(),
  )
  await transaction.deleteFrom("transferred").where("day", "=", day).execute()
  await transaction.deleteFrom("answer_set").where("day", "=", day).execute()
}
