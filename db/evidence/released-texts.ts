/** Releases the cleaned texts of a day and destroys their words, or recalls released ones, each with its ledger entry or not at all. */
import { type Kysely, type SqlBool, sql } from "kysely"
import type { Day } from "../../policy/civil-day.ts"
import type { TextAudit } from "../../policy/cleaning/release-gate.ts"
import type { DecisionRecord } from "../../policy/record/decision-record.ts"
import type { Digest } from "../../policy/record/digest.ts"
import type { Connection } from "../connect.ts"
import type { EvidenceStore, RecordDecision, Writing } from "./evidence-store.ts"
import { refuseUnless } from "./require-change.ts"
import type { CleanedTextTable, EvidenceTables, ScannedTextTable } from "./schema.ts"
import { textDigest } from "./text-digest.ts"
import { keepScans, type ScannedWords } from "./texts.ts"

type Database = Kysely<EvidenceTables>

const counted = sql<number>`cast(count(*) as integer)`

/** Which texts leave: those that people reviewed, and the clean ones once their audit is done. */
export type Releasing = readonly ("clean" | "reviewed")[]

export interface ReleasableText {
  readonly response: Uint8Array
  readonly question: string
  readonly words: string
  readonly state: ScannedTextTable["state"]
  readonly cleaned: string
}

const ofDay = (day: Day) => sql<SqlBool>`response in (select id from kept_response where day = ${day})`

const releasable = async ({ db }: Connection<EvidenceTables>, day: Day, states: Releasing) => {
  const { rows } = await sql<ReleasableText>`
    select s.response, s.question, q.words, s.state, s.cleaned from scanned_text s
    join quarantine q on q.response = s.response and q.question = s.question
    join kept_response k on k.id = s.response
    where k.day = ${day} and s.state in (${sql.join(states.map((state) => sql.lit(state)))})
    order by s.response, s.question`.execute(db)
  return rows
}

const releasedOf = (db: Database, day: Day): Promise<readonly CleanedTextTable[]> =>
  db.selectFrom("cleaned_text").selectAll().where(ofDay(day)).execute()

/** The database refuses a text that is not as it was cleaned; the digest refuses one that the entry does not cover. */
const release = async (
  writing: Writing,
  {
    day,
    states,
    on,
    digest,
  }: { readonly day: Day; readonly states: Releasing; readonly on: Day; readonly digest: string },
): Promise<void> => {
  await sql`insert into cleaned_text (response, question, words, detector, cleaned_by, released_on)
    select s.response, s.question, s.cleaned, s.detector,
      case when s.state = 'clean' then 'detector' else 'review' end, ${on}
    from scanned_text s join kept_response k on k.id = s.response
    where k.day = ${day} and s.state in (${sql.join(states.map((state) => sql.lit(state)))})`.execute(writing)
  await sql`delete from quarantine where response in (select id from kept_response where day = ${day})
    and exists (select 1 from cleaned_text c where c.response = quarantine.response and c.question = quarantine.question)`.execute(
    writing,
  )
  refuseUnless(textDigest(await releasedOf(writing, day)) === digest)
}

export interface Recalling {
  readonly day: Day
  /** Held by a later detector, with what it decided of the cleaned words. */
  readonly texts: readonly (CleanedTextTable & Pick<ScannedWords, "scanned">)[]
  readonly digest: string
}

/** The cleaned words go back to quarantine: their own were destroyed. */
const recall = async (writing: Writing, { day, texts, digest }: Recalling): Promise<void> => {
  for (const { response, question, words, scanned } of texts) {
    await writing.insertInto("quarantine").values({ response, question, words }).execute()
    await writing
      .deleteFrom("cleaned_text")
      .where("response", "=", response)
      .where("question", "=", question)
      .executeTakeFirstOrThrow()
    await keepScans(writing, [{ response, question, scanned }])
  }
  refuseUnless(textDigest(await releasedOf(writing, day)) === digest)
}

/** A random part of the clean texts goes to people, to learn what the detector leaves. */
const drawAudit = async (
  writing: Writing,
  { detector, texts, on }: { readonly detector: number; readonly texts: number; readonly on: Day },
): Promise<void> => {
  const { rows } = await sql<{ response: Uint8Array; question: string }>`select response, question from scanned_text
    where state = 'clean' and detector = ${detector} order by random() limit ${texts}`.execute(writing)
  for (const { response, question } of rows) {
    await writing
      .insertInto("text_audit")
      .values({ response, question, detector, is_leak: null, drawn_on: on })
      .execute()
    await writing
      .updateTable("scanned_text")
      .set({ state: "held", cleaned: null })
      .where("response", "=", response)
      .where("question", "=", question)
      .execute()
  }
  refuseUnless(rows.length === texts)
}

export const textAudit = async (db: Database, detector: number): Promise<TextAudit> => {
  const { drawn, read, leaks } = await db
    .selectFrom("text_audit")
    .select([
      counted.as("drawn"),
      sql<number>`cast(count(is_leak) as integer)`.as("read"),
      sql<number>`cast(coalesce(sum(is_leak), 0) as integer)`.as("leaks"),
    ])
    .where("detector", "=", detector)
    .executeTakeFirstOrThrow()
  const { clean } = await db
    .selectFrom("scanned_text")
    .select(counted.as("clean"))
    .where("state", "=", "clean")
    .where("detector", "=", detector)
    .executeTakeFirstOrThrow()
  return { drawn, read, leaks, clean }
}

/** The ledger's last entry of a day's released texts. */
export interface RecordedRelease {
  readonly of: Day
  readonly texts: number
  readonly digest: Digest
  readonly detector: number
  readonly isRecall: boolean
}

export const recordedReleases = async (db: Database): Promise<readonly RecordedRelease[]> => {
  const entries = db.selectFrom("ledger").select(["kind", "body"])
  const rows = await entries.where("kind", "in", ["texts-released", "texts-recalled"]).orderBy("seq").execute()
  const all = rows.map(({ kind, body }): RecordedRelease => {
    const entry: Omit<RecordedRelease, "isRecall"> = JSON.parse(body)
    return { ...entry, isRecall: kind === "texts-recalled" }
  })
  return [...new Map(all.map((entry) => [entry.of, entry])).values()]
}

/** The days whose released texts an earlier detector scanned. */
const olderDays = async ({ db }: Connection<EvidenceTables>, version: number): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom("cleaned_text")
    .innerJoin("kept_response", "kept_response.id", "cleaned_text.response")
    .select("kept_response.day")
    .distinct()
    .where("cleaned_text.detector", "<", version)
    .orderBy("kept_response.day")
    .execute()
  return rows.map(({ day }) => day)
}

const markScanned = async (
  { db }: Connection<EvidenceTables>,
  texts: readonly Pick<CleanedTextTable, "response" | "question">[],
  detector: number,
): Promise<void> =>
  db.transaction().execute(async (writing) => {
    for (const { response, question } of texts)
      await writing
        .updateTable("cleaned_text")
        .set({ detector })
        .where("response", "=", response)
        .where("question", "=", question)
        .execute()
  })

export const releasedTextsOf = ({ run }: EvidenceStore, record: RecordDecision) => ({
  releasable: (day: Day, states: Releasing) => run("releasable", (here) => releasable(here, day, states)),
  recorded: run("recordedReleases", ({ db }) => recordedReleases(db)),
  of: (day: Day) => run("releasedTexts", ({ db }) => releasedOf(db, day)),
  release: (decision: DecisionRecord, releasing: Parameters<typeof release>[1]) =>
    record("releaseTexts", decision, (writing) => release(writing, releasing)),
  recall: (decision: DecisionRecord, recalling: Recalling) =>
    record("recallTexts", decision, (writing) => recall(writing, recalling)),
  olderDays: (version: number) => run("olderReleased", (here) => olderDays(here, version)),
  markScanned: (texts: readonly CleanedTextTable[], detector: number) =>
    run("markScanned", (here) => markScanned(here, texts, detector)),
  drawAudit: (
    decision: DecisionRecord,
    drawing: { readonly detector: number; readonly texts: number; readonly on: Day },
  ) => record("drawAudit", decision, (writing) => drawAudit(writing, drawing)),
  audit: (detector: number) => run("textAudit", ({ db }) => textAudit(db, detector)),
})

export type ReleasedTexts = ReturnType<typeof releasedTextsOf>
