/** Keeps what the detector decided of each text in quarantine, and finds the texts that this version has not scanned. */
import { type Kysely, sql } from "kysely"
import type { ScannedText } from "../../policy/cleaning/scan-text.ts"
import { chunksOf } from "../chunks.ts"
import type { Connection } from "../connect.ts"
import type { EvidenceStore, Writing } from "./evidence-store.ts"
import { changedOne } from "./require-change.ts"
import type { EvidenceTables, QuarantineTable, ScannedTextTable } from "./schema.ts"

/** The place of one text: a response and a question. */
export type TextKey = Pick<QuarantineTable, "response" | "question">

export interface ScannedWords extends TextKey {
  readonly scanned: ScannedText
}

/** Words in quarantine, with what was last decided of them. */
export interface WaitingWords extends QuarantineTable {
  readonly state: ScannedTextTable["state"] | null
  readonly cleaned: string | null
}

const rowsPerStatement = 250

const rowOf = ({ response, question, scanned }: ScannedWords): ScannedTextTable => ({
  response,
  question,
  state: scanned.state,
  detector: scanned.detector,
  risk: scanned.risk,
  because: JSON.stringify(scanned.because),
  concerns: JSON.stringify(scanned.concerns),
  cleaned: scanned.cleaned,
})

/** A later scan replaces an earlier one. */
export const keepScans = async (transaction: Writing, scans: readonly ScannedWords[]): Promise<void> => {
  for (const chunk of chunksOf(scans, rowsPerStatement))
    await transaction
      .insertInto("scanned_text")
      .values(chunk.map(rowOf))
      .onConflict((conflict) =>
        conflict.columns(["response", "question"]).doUpdateSet(({ ref }) => ({
          state: ref("excluded.state"),
          detector: ref("excluded.detector"),
          risk: ref("excluded.risk"),
          because: ref("excluded.because"),
          concerns: ref("excluded.concerns"),
          cleaned: ref("excluded.cleaned"),
        })),
      )
      .execute()
}

/** A page of the texts that no scan of this version has seen, after one of them, in the order of their random ids. */
const waitingFor = async (
  { db }: Connection<EvidenceTables>,
  version: number,
  after: TextKey | undefined,
  most: number,
): Promise<readonly WaitingWords[]> => {
  const { rows } = await sql<WaitingWords>`
    select q.response, q.question, q.words, s.state, s.cleaned from quarantine q
    left join scanned_text s on s.response = q.response and s.question = q.question
    where (s.detector is null or s.detector < ${version})
      ${after === undefined ? sql`` : sql`and (q.response, q.question) > (${after.response}, ${after.question})`}
    order by q.response, q.question limit ${most}`.execute(db)
  return rows
}

/** A person cleaned these, and the new version finds nothing more in them. */
const keepReviewed = async (writing: Writing, keys: readonly TextKey[], detector: number): Promise<void> => {
  for (const { response, question } of keys)
    changedOne(
      await writing
        .updateTable("scanned_text")
        .set({ detector })
        .where("response", "=", response)
        .where("question", "=", question)
        .executeTakeFirstOrThrow(),
    )
}

export interface ScanPage {
  readonly scans: readonly ScannedWords[]
  readonly reviewed: readonly TextKey[]
  readonly detector: number
}

const keepScanPage = ({ db }: Connection<EvidenceTables>, { scans, reviewed, detector }: ScanPage): Promise<void> =>
  db.transaction().execute(async (writing) => {
    await keepScans(writing, scans)
    await keepReviewed(writing, reviewed, detector)
  })

export interface TextCounts {
  /** Not scanned yet. */
  readonly received: number
  readonly clean: number
  readonly held: number
  readonly reviewed: number
  readonly released: number
}

const counted = sql<number>`cast(count(*) as integer)`

export const textCounts = async (db: Kysely<EvidenceTables>): Promise<TextCounts> => {
  const rows = await db
    .selectFrom("scanned_text")
    .select(["state", counted.as("texts")])
    .groupBy("state")
    .execute()
  const of = new Map(rows.map(({ state, texts }) => [state, texts]))
  const words = await db.selectFrom("quarantine").select(counted.as("texts")).executeTakeFirstOrThrow()
  const released = await db.selectFrom("cleaned_text").select(counted.as("texts")).executeTakeFirstOrThrow()
  const [clean, held, reviewed] = [of.get("clean") ?? 0, of.get("held") ?? 0, of.get("reviewed") ?? 0]
  return { received: words.texts - clean - held - reviewed, clean, held, reviewed, released: released.texts }
}

export const textsOf = ({ run }: EvidenceStore) => ({
  waitingFor: (version: number, after: TextKey | undefined, most: number) =>
    run("textsWaiting", (here) => waitingFor(here, version, after, most)),
  keepScans: (page: ScanPage) => run("keepScans", (here) => keepScanPage(here, page)),
  counts: run("textCounts", ({ db }) => textCounts(db)),
})

export type Texts = ReturnType<typeof textsOf>
