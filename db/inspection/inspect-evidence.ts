/** Inspects an open evidence store: its schema, its ledger, each day's counts, and every kept response. */
import { Effect } from "effect"
import type { Transaction } from "kysely"
import { banded } from "../../policy/banded.ts"
import { type Fact, faulty, seen } from "../../policy/facts/fact.ts"
import type { Facts } from "../../policy/facts/facts.ts"
import { noTexts } from "../../policy/facts/kept-texts.ts"
import type { KnownLedger } from "../../policy/facts/ledger-look.ts"
import { look } from "../../policy/facts/look.ts"
import { beginning } from "../../policy/record/ledger.ts"
import type { Connection } from "../connect.ts"
import type { EvidenceStore } from "../evidence/evidence-store.ts"
import type { EvidenceTables } from "../evidence/schema.ts"
import { keptContent } from "./kept-content.ts"
import { keptDays } from "./kept-days.ts"
import { keptTexts } from "./kept-texts.ts"
import { lookAtLedger } from "./ledger-look.ts"
import { schemaFaults } from "./schema-faults.ts"

/** Kept with the keys at the last check; `damaged` where it cannot be read. */
export type KnownHead = KnownLedger | "damaged" | undefined

export interface InspectionOptions {
  readonly isNeighbourhoodUsed: boolean
  /** What was last kept of the ledger's length and head. */
  readonly reported?: KnownHead
  /** Called with the share of the kept responses that is read, from 0 to 1. */
  readonly progress?: (share: number) => void
}

export type EvidenceInspection = Pick<Facts, "content" | "days" | "ledger" | "records" | "texts"> & {
  readonly schema: Facts["schema"]
}

/** What a transfer changes meanwhile is not seen in one part and missed in another. */
const atOneMoment = async <A>(
  { db, dialect }: Connection<EvidenceTables>,
  read: (transaction: Transaction<EvidenceTables>) => Promise<A>,
): Promise<A> => {
  const begun = db.startTransaction()
  const reading = await (dialect === "postgres" ? begun.setIsolationLevel("repeatable read") : begun).execute()
  try {
    return await read(reading)
  } finally {
    await reading.rollback().execute()
  }
}

const readResponses = (connection: Connection<EvidenceTables>, options: InspectionOptions) =>
  atOneMoment(connection, async (db) => {
    const days = await keptDays(db)
    const all = days.reduce((sum, { kept }) => sum + kept, 0)
    const { isNeighbourhoodUsed, progress = () => undefined } = options
    return { days, content: await keptContent(db, { isNeighbourhoodUsed, progress, all }) }
  })

const partOf = <T, U>(fact: Fact<T>, part: (value: T) => U): Fact<U> =>
  "unseen" in fact ? fact : seen(part(fact.seen))

const brokenLedger = faulty("the ledger is broken, so its records are not to be trusted")

export const inspectEvidence = Effect.fn("Evidence.inspect")(function* (
  { run }: EvidenceStore,
  options: InspectionOptions,
): Effect.fn.Return<EvidenceInspection> {
  const { reported } = options
  const schema = yield* look(
    "the tables and triggers of the evidence store",
    run("schema", (here) => schemaFaults("evidence", here)),
    (fact) => fact,
  )
  const ledger =
    reported === "damaged"
      ? faulty("the length and head of the ledger that are kept with the keys cannot be read (keys/ledger.head)")
      : yield* look(
          "the entries of the ledger",
          run("ledger", (here) => lookAtLedger(here, reported)),
          seen,
        )
  const responses = yield* look(
    "the kept responses",
    run("responses", (here) => readResponses(here, options)),
    seen,
  )
  const texts = yield* look(
    "the texts in quarantine",
    run("texts", (here) => atOneMoment(here, keptTexts)),
    seen,
  )
  const records = partOf(ledger, (read) => read.records)
  return {
    schema,
    ledger: partOf(ledger, (read) => read.ledger),
    records: "seen" in records ? (records.seen === undefined ? brokenLedger : seen(records.seen)) : records,
    days: partOf(responses, ({ days }) => days),
    content: partOf(responses, ({ content }) => content),
    texts,
  }
})

const reportedButAbsent = ({ on }: KnownLedger): Fact<never> =>
  faulty(`there is no evidence store here, and its ledger was known on ${on}`)

/** The same facts where there is no store: no answer and no entry, unless its ledger was known before. */
export const absentEvidence = (reported: KnownHead): EvidenceInspection => {
  if (reported !== undefined && reported !== "damaged") return everyPart(reportedButAbsent(reported))
  return {
    schema: seen([]),
    ledger: seen(beginning),
    records: seen([]),
    days: seen([]),
    content: seen({ responses: banded(0), faults: [] }),
    texts: seen(noTexts),
  }
}

/** The same facts where the store could not be inspected, for one reason. */
export const everyPart = (fact: Fact<never>): EvidenceInspection => ({
  schema: fact,
  ledger: fact,
  records: fact,
  days: fact,
  content: fact,
  texts: fact,
})
