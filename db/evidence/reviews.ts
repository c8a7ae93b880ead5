/** Keeps leases and reviews of held texts: each review, and what comes of it, in one transaction with its ledger entry. */
import { type Kysely, sql } from "kysely"
import { PersonId } from "../../policy/capability/member.ts"
import { type ReviewedText, type ReviewOutcome, reviewersOf, reviewOutcome } from "../../policy/cleaning/review-text.ts"
import type { Risk } from "../../policy/cleaning/scan-text.ts"
import type { DecisionRecord } from "../../policy/record/decision-record.ts"
import type { Connection } from "../connect.ts"
import type { EvidenceStore, RecordDecision, Writing } from "./evidence-store.ts"
import { changedOne, refuseUnless } from "./require-change.ts"
import type { EvidenceTables, ScannedTextTable, TextReviewTable } from "./schema.ts"
import type { TextKey } from "./texts.ts"

type Database = Kysely<EvidenceTables>

export interface HeldText extends ScannedTextTable {
  readonly words: string
}

const queue = sql`scanned_text s where s.state = 'held'`

/**
 * The most urgent text that this person has not reviewed, that nobody reviews now, and that was not escalated. The index
 * of held texts gives the order, so that only texts that wait for another person are passed over.
 */
const nextFor = async (db: Database, person: PersonId, now: string): Promise<TextKey | undefined> => {
  const { rows } = await sql<TextKey>`select s.response, s.question from ${queue}
    and not exists (select 1 from text_lease l where l.response = s.response and l.question = s.question and l.until > ${now})
    and not exists (select 1 from text_escalation e where e.response = s.response and e.question = s.question)
    and not exists (select 1 from text_review r where r.response = s.response and r.question = s.question
      and r.detector = s.detector and r.person = ${person})
    order by s.risk desc, s.response desc, s.question desc limit 1`.execute(db)
  return rows[0]
}

const textAt = (db: Database, { response, question }: TextKey) =>
  db
    .selectFrom("scanned_text")
    .innerJoin("quarantine", (join) =>
      join
        .onRef("quarantine.response", "=", "scanned_text.response")
        .onRef("quarantine.question", "=", "scanned_text.question"),
    )
    .selectAll("scanned_text")
    .select("quarantine.words")
    .where("scanned_text.response", "=", response)
    .where("scanned_text.question", "=", question)
    .executeTakeFirst()

const reviewsAt = (db: Database, { response, question, detector }: TextKey & { readonly detector: number }) =>
  db
    .selectFrom("text_review")
    .selectAll()
    .where("response", "=", response)
    .where("question", "=", question)
    .where("detector", "=", detector)
    .orderBy("place")
    .execute()

const reviewOf = ({ person, spans }: TextReviewTable) => ({ person: PersonId.make(person), spans: JSON.parse(spans) })

const outcomeAt = async (db: Database, text: ScannedTextTable): Promise<ReviewOutcome> =>
  reviewOutcome(reviewersOf(riskOf(text), text.response), (await reviewsAt(db, text)).map(reviewOf))

const riskOf = ({ risk }: ScannedTextTable): Risk => (risk === 0 || risk === 1 || risk === 2 ? risk : 3)

/** `undefined` where nothing waits for this person. */
const leaseNext = async (
  { db }: Connection<EvidenceTables>,
  person: PersonId,
  { now, until }: { readonly now: string; readonly until: string },
): Promise<(HeldText & { readonly outcome: ReviewOutcome }) | undefined> => {
  for (;;) {
    const next = await nextFor(db, person, now)
    if (next === undefined) return undefined
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("text_lease")
      .values({ ...next, person, until })
      .onConflict((conflict) =>
        conflict.columns(["response", "question"]).doUpdateSet({ person, until }).where("text_lease.until", "<=", now),
      )
      .executeTakeFirstOrThrow()
    const text = numInsertedOrUpdatedRows === 1n ? await textAt(db, next) : undefined
    if (text !== undefined) return { ...text, outcome: await outcomeAt(db, text) }
  }
}

export type LeaseState = "own" | "expired" | "of-another"

const leasedText = async (
  { db }: Connection<EvidenceTables>,
  key: TextKey,
  person: PersonId,
  now: string,
): Promise<{ readonly lease: LeaseState; readonly text: HeldText | undefined }> => {
  const lease = await db
    .selectFrom("text_lease")
    .selectAll()
    .where("response", "=", key.response)
    .where("question", "=", key.question)
    .executeTakeFirst()
  if (lease === undefined || lease.until <= now) return { lease: "expired", text: undefined }
  if (lease.person !== person) return { lease: "of-another", text: undefined }
  return { lease: "own", text: await textAt(db, key) }
}

const endLease = async (writing: Writing, { response, question }: TextKey, person: string): Promise<void> => {
  const ended = await writing
    .deleteFrom("text_lease")
    .where("response", "=", response)
    .where("question", "=", question)
    .where("person", "=", person)
    .executeTakeFirstOrThrow()
  refuseUnless(ended.numDeletedRows === 1n)
}

/** After every other review: the order of the reviews of a text decides which of them counts. */
const nextPlace = async (writing: Writing): Promise<number> => {
  const last = await writing.selectFrom("text_review").select("place").orderBy("place", "desc").limit(1).execute()
  return Number(last[0]?.place ?? 0) + 1
}

export interface KeptReview {
  readonly text: HeldText
  readonly review: ReviewedText
  readonly on: string
  /** The cleaned words for the spans that count, which may be another person's. */
  readonly cleanedBy: (spans: ReviewedText["spans"]) => string
  /** Whether the spans that count have more than the detector would have replaced. */
  readonly isLeak: (spans: ReviewedText["spans"]) => boolean
}

const keepReview = async (writing: Writing, { text, review, on, cleanedBy, isLeak }: KeptReview): Promise<void> => {
  const { response, question, detector } = text
  const { person, spans } = review
  await endLease(writing, text, person)
  const place = await nextPlace(writing)
  await writing
    .insertInto("text_review")
    .values({ response, question, detector, person, place, spans: JSON.stringify(spans), reviewed_on: on })
    .execute()
  const outcome = await outcomeAt(writing, text)
  if (!("decided" in outcome)) return
  changedOne(
    await writing
      .updateTable("scanned_text")
      .set({ state: "reviewed", cleaned: cleanedBy(outcome.decided) })
      .where("response", "=", response)
      .where("question", "=", question)
      .where("state", "=", "held")
      .executeTakeFirstOrThrow(),
  )
  await writing
    .updateTable("text_audit")
    .set({ is_leak: isLeak(outcome.decided) ? 1 : 0 })
    .where("response", "=", response)
    .where("question", "=", question)
    .where("detector", "=", detector)
    .where("is_leak", "is", null)
    .execute()
}

/** The last review of this person, while its text is in quarantine, and no later detector or person has seen it. */
const lastOf = async ({ db }: Connection<EvidenceTables>, person: PersonId): Promise<TextReviewTable | undefined> => {
  const last = await db
    .selectFrom("text_review")
    .selectAll()
    .where("person", "=", person)
    .orderBy("place", "desc")
    .limit(1)
    .executeTakeFirst()
  if (last === undefined) return undefined
  const text = await textAt(db, last)
  const isLatest = (await reviewsAt(db, last)).every(({ place }) => place <= last.place)
  return text?.detector === last.detector && isLatest ? last : undefined
}

const takeBack = async (writing: Writing, last: TextReviewTable): Promise<void> => {
  const { response, question, detector, person } = last
  await writing
    .updateTable("scanned_text")
    .set({ state: "held", cleaned: null })
    .where("response", "=", response)
    .where("question", "=", question)
    .where("state", "=", "reviewed")
    .execute()
  await writing
    .updateTable("text_audit")
    .set({ is_leak: null })
    .where("response", "=", response)
    .where("question", "=", question)
    .where("detector", "=", detector)
    .execute()
  const gone = await writing
    .deleteFrom("text_review")
    .where("response", "=", response)
    .where("question", "=", question)
    .where("detector", "=", detector)
    .where("person", "=", person)
    .executeTakeFirstOrThrow()
  refuseUnless(gone.numDeletedRows === 1n)
}

const escalate = async (writing: Writing, { response, question }: TextKey, person: string, on: string) => {
  await endLease(writing, { response, question }, person)
  await writing.insertInto("text_escalation").values({ response, question, person, escalated_on: on }).execute()
}

export const reviewsOf = ({ run }: EvidenceStore, record: RecordDecision) => ({
  lease: (person: PersonId, times: { readonly now: string; readonly until: string }) =>
    run("leaseText", (here) => leaseNext(here, person, times)),
  leased: (key: TextKey, person: PersonId, now: string) =>
    run("leasedText", (here) => leasedText(here, key, person, now)),
  keep: (decision: DecisionRecord, review: KeptReview) =>
    record("keepReview", decision, (writing) => keepReview(writing, review)),
  last: (person: PersonId) => run("lastReview", (here) => lastOf(here, person)),
  takeBack: (decision: DecisionRecord, last: TextReviewTable) =>
    record("takeBackReview", decision, (writing) => takeBack(writing, last)),
  escalate: (decision: DecisionRecord, key: TextKey, person: PersonId, on: string) =>
    record("escalateText", decision, (writing) => escalate(writing, key, person, on)),
  /** Every review of texts that two or more people reviewed. */
  doubled: run("doubledReviews", ({ db }) =>
    sql<TextReviewTable>`select r.* from text_review r where (select count(*) from text_review o
      where o.response = r.response and o.question = r.question and o.detector = r.detector) > 1
      order by r.response, r.question, r.place`
      .execute(db)
      .then(({ rows }) => rows),
  ),
})

export type Reviews = ReturnType<typeof reviewsOf>
