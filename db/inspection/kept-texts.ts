/** Counts the texts in each state, and compares what was released of each day with the ledger's last entry of it. */
import { type Kysely, sql } from "kysely"
import { banded } from "../../policy/banded.ts"
import { auditSize } from "../../policy/cleaning/release-gate.ts"
import type { KeptTexts } from "../../policy/facts/kept-texts.ts"
import { detectorVersion } from "../../policy/free-text/detector.ts"
import { type RecordedRelease, recordedReleases, textAudit } from "../evidence/released-texts.ts"
import type { EvidenceTables } from "../evidence/schema.ts"
import { textDigest } from "../evidence/text-digest.ts"
import { textCounts } from "../evidence/texts.ts"
import { noResponses, plus } from "../response-digest.ts"

type Database = Kysely<EvidenceTables>

const counted = sql<number>`cast(count(*) as integer)`
const pageSize = 5_000

const releasedByDay = async (
  db: Database,
): Promise<ReadonlyMap<string, { readonly texts: number; readonly digest: string }>> => {
  const days = new Map<string, { texts: number; digest: string }>()
  for (let after: Uint8Array = new Uint8Array(); ; ) {
    const rows = await db
      .selectFrom("cleaned_text")
      .innerJoin("kept_response", "kept_response.id", "cleaned_text.response")
      .select(["kept_response.day", "cleaned_text.response", "cleaned_text.question", "cleaned_text.words"])
      .where("cleaned_text.response", ">", after)
      .where("cleaned_text.response", "in", (query) =>
        query
          .selectFrom("cleaned_text")
          .select("response")
          .distinct()
          .where("response", ">", after)
          .orderBy("response")
          .limit(pageSize),
      )
      .orderBy("cleaned_text.response")
      .execute()
    for (const [day, own] of Map.groupBy(rows, (row) => row.day)) {
      const { texts, digest } = days.get(day) ?? { texts: 0, digest: noResponses }
      days.set(day, { texts: texts + own.length, digest: plus(digest, textDigest(own)) })
    }
    const last = rows.at(-1)
    if (last === undefined) return days
    after = last.response
  }
}

/** A day that was destroyed keeps its entries, and no text. */
const destroyedDays = async (db: Database): Promise<ReadonlySet<string>> => {
  const rows = await db.selectFrom("retention").select("given_on").where("state", "=", "destroyed").execute()
  return new Set(rows.map(({ given_on }) => given_on))
}

const againstLedger = async (db: Database): Promise<readonly string[]> => {
  const entries = new Map((await recordedReleases(db)).map((entry) => [entry.of as string, entry]))
  const [released, destroyed] = [await releasedByDay(db), await destroyedDays(db)]
  return [...new Set([...entries.keys(), ...released.keys()])].toSorted().flatMap((day) => {
    const entry = destroyed.has(day) ? undefined : entries.get(day)
    const own = released.get(day) ?? { texts: 0, digest: noResponses }
    const isSame = own.texts === (entry?.texts ?? 0) && own.digest === (entry?.digest ?? noResponses)
    return isSame ? [] : [`the released texts of ${day} are not as the ledger records them`]
  })
}

const contradictions = async (db: Database): Promise<readonly string[]> => {
  const both = await db
    .selectFrom("cleaned_text")
    .innerJoin("quarantine", (join) =>
      join
        .onRef("quarantine.response", "=", "cleaned_text.response")
        .onRef("quarantine.question", "=", "cleaned_text.question"),
    )
    .select(counted.as("texts"))
    .executeTakeFirstOrThrow()
  const newer = await db
    .selectFrom("scanned_text")
    .select(counted.as("texts"))
    .where("detector", ">", detectorVersion)
    .executeTakeFirstOrThrow()
  return [
    ...(both.texts > 0 ? [`the words of released texts are still kept (texts: ${banded(both.texts)})`] : []),
    ...(newer.texts > 0
      ? [`texts were scanned by a later detector than this one (texts: ${banded(newer.texts)})`]
      : []),
  ]
}

/** A release ends with an entry that every copy of the words is destroyed. */
const copiesLeft = async (db: Database): Promise<readonly string[]> => {
  const entries = db.selectFrom("ledger").select("body").where("kind", "=", "text-copies-destroyed")
  const done = new Set(
    (await entries.execute()).map(({ body }) => {
      const { of, digest }: Pick<RecordedRelease, "of" | "digest"> = JSON.parse(body)
      return `${of} ${digest}`
    }),
  )
  const destroyed = await destroyedDays(db)
  return (await recordedReleases(db))
    .filter(({ of, digest, isRecall }) => !isRecall && !destroyed.has(of) && !done.has(`${of} ${digest}`))
    .map(({ of }) => `copies of the words of released texts of ${of} are not destroyed yet`)
}

export const keptTexts = async (db: Database): Promise<KeptTexts> => {
  const { received, clean, held, reviewed, released } = await textCounts(db)
  const audit = await textAudit(db, detectorVersion)
  return {
    received: banded(received),
    clean: banded(clean),
    held: banded(held),
    reviewed: banded(reviewed),
    released: banded(released),
    audit: { read: banded(audit.read), wanted: banded(auditSize(audit)), leaks: banded(audit.leaks) },
    faults: [...(await contradictions(db)), ...(await againstLedger(db)), ...(await copiesLeft(db))],
  }
}
