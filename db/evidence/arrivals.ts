/** Stores arriving responses in batches: the responses, the digests of their sealed rows and the day's count in one transaction. */
import { type Kysely, sql } from "kysely"
import type { Day } from "../../policy/civil-day.ts"
import { retain } from "../../policy/custody/retention.ts"
import type { DecisionRecord } from "../../policy/record/decision-record.ts"
import { chunksOf } from "../chunks.ts"
import type { Connection } from "../connect.ts"
import { countsOf, flaggedOf, placesOf, qualityOf } from "./arrival-counts.ts"
import type { EvidenceStore, RecordDecision, Writing } from "./evidence-store.ts"
import type { KeptResponse } from "./kept-response.ts"
import { changedOne, refuseUnless } from "./require-change.ts"
import { keepRetention } from "./retention.ts"
import type { EvidenceTables, KnownQuestionTable, TransferDayTable } from "./schema.ts"
import { keepScans, type ScannedWords } from "./texts.ts"

export interface Batch {
  readonly day: Day
  readonly responses: readonly KeptResponse[]
  /** Digests of the sealed rows, in an order that does not follow the order of the responses. */
  readonly sealed: readonly Uint8Array[]
  /** Digests of complete answer sets, including those already stored for the day. */
  readonly answered?: readonly Uint8Array[]
  /** What the detector decided of their words; words without a scan wait for the next one. */
  readonly scanned?: readonly ScannedWords[]
  /** The day's digest before and after these responses. */
  readonly before: string
  readonly digest: string
}

export const arrivalsOf = ({ run }: EvidenceStore, record: RecordDecision) => ({
  days: run("days", transferDays),
  beginDay: (day: Day) => run("beginDay", (here) => beginDay(here, day)),
  knowQuestions: (questions: readonly KnownQuestionTable[]) =>
    run("knowQuestions", (here) => knowQuestions(here, questions)),
  keep: (batch: Batch) => run("keepBatch", (here) => keepBatch(here, batch)),
  /** Puts responses of a complete day back whose rows a restored backup lacks. */
  refill: (responses: readonly KeptResponse[]) =>
    run("refill", ({ db }) => db.transaction().execute((writing) => insert(writing, responses))),
  answered: (sets: readonly Uint8Array[]) => run("answered", (here) => answeredOf(here, sets)),
  arrived: (sealed: readonly Uint8Array[]) => run("arrived", (here) => arrivedOf(here, sealed)),
  byIds: (ids: readonly Uint8Array[]) => run("byIds", (here) => keptByIds(here, ids)),
  ofDay: (day: Day, after: Uint8Array, most: number) => run("ofDay", (here) => keptOfDay(here, day, after, most)),
  sealedOfDay: (day: Day, after: Uint8Array, most: number) =>
    run("sealedOfDay", (here) => sealedOfDay(here, day, after, most)),
  markVerified: (day: Day) => run("markVerified", (here) => markVerified(here, day)),
  complete: (day: Day, decision: DecisionRecord) =>
    record("completeDay", decision, (writing) => completeDay(writing, day)),
  quality: run("quality", qualityOf),
  flagged: run("flagged", flaggedOf),
  counts: run("counts", countsOf),
  places: run("places", placesOf),
})

export type Arrivals = ReturnType<typeof arrivalsOf>

const rowsPerStatement = 250

export const transferDays = ({ db }: Connection<EvidenceTables>): Promise<readonly TransferDayTable[]> =>
  db.selectFrom("transfer_day").selectAll().orderBy("day").execute()

/** Begins a day's two years and its count together, before its first response arrives. */
export const beginDay = ({ db }: Connection<EvidenceTables>, day: Day): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const isRetained = await transaction.selectFrom("retention").where("given_on", "=", day).select("state").execute()
    if (isRetained.length === 0) await keepRetention(transaction, retain(day))
    const row = { day, state: "arriving" as const, responses: 0, digest: "0".repeat(64) }
    await transaction.insertInto("transfer_day").values(row).execute()
  })

export const knowQuestions = async (
  { db }: Connection<EvidenceTables>,
  questions: readonly KnownQuestionTable[],
): Promise<void> => {
  for (const chunk of chunksOf(questions, rowsPerStatement))
    await db
      .insertInto("known_question")
      .values(chunk)
      .onConflict((conflict) => conflict.columns(["form", "question"]).doNothing())
      .execute()
}

export const keepBatch = ({ db }: Connection<EvidenceTables>, batch: Batch): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const { day, responses, sealed, answered = [], scanned = [], before, digest } = batch
    refuseUnless(responses.length === sealed.length)
    changedOne(
      await transaction
        .updateTable("transfer_day")
        .set({ responses: sql<number>`responses + ${responses.length}`, digest })
        .where("day", "=", day)
        .where("digest", "=", before)
        .executeTakeFirstOrThrow(),
    )
    for (const chunk of chunksOf(sealed, rowsPerStatement))
      await transaction
        .insertInto("transferred")
        .values(chunk.map((each) => ({ digest: each, day })))
        .execute()
    for (const chunk of chunksOf(answered, rowsPerStatement))
      await transaction
        .insertInto("answer_set")
        .values(chunk.map((each) => ({ digest: each, day })))
        .onConflict((conflict) => conflict.column("digest").doNothing())
        .execute()
    await insert(transaction, responses)
    await keepScans(transaction, scanned)
  })

const insert = async (transaction: Writing, responses: readonly KeptResponse[]): Promise<void> => {
  for (const chunk of chunksOf(responses, rowsPerStatement))
    await transaction
      .insertInto("kept_response")
      .values(chunk.map(({ response }) => response))
      .execute()
  const words = responses.flatMap((each) => each.words)
  for (const chunk of chunksOf(words, rowsPerStatement))
    await transaction.insertInto("quarantine").values(chunk).execute()
}

/** Which of these answer sets have arrived already on the day in transfer, in hexadecimal. */
const answeredOf = async (
  { db }: Connection<EvidenceTables>,
  sets: readonly Uint8Array[],
): Promise<ReadonlySet<string>> => {
  const known = new Set<string>()
  for (const chunk of chunksOf(sets, rowsPerStatement))
    for (const { digest } of await db.selectFrom("answer_set").select("digest").where("digest", "in", chunk).execute())
      known.add(digest.toHex())
  return known
}

/** Which of these sealed rows have arrived already, in hexadecimal. */
export const arrivedOf = async (
  { db }: Connection<EvidenceTables>,
  sealed: readonly Uint8Array[],
): Promise<ReadonlySet<string>> => {
  const arrived = new Set<string>()
  for (const chunk of chunksOf(sealed, rowsPerStatement))
    for (const { digest } of await db.selectFrom("transferred").select("digest").where("digest", "in", chunk).execute())
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

/** Deletes the day's digests of sealed rows and of answer sets: no later transfer compares with them. */
export const completeDay = async (transaction: Writing, day: Day): Promise<void> => {
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
