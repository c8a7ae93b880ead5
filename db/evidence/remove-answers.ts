/** Removes all answers of some days from the evidence store, and counts those that are left. */
import { sql } from "kysely"
import type { Connection } from "../connect.ts"
import type { EvidenceStore } from "./evidence-store.ts"
import { rewriteTables } from "./rewrite-tables.ts"
import type { EvidenceTables } from "./schema.ts"

type Here = Connection<EvidenceTables>

/** Rows in memory at a time. */
const pageSize = 10_000

/** The random ids of the days' responses, 16 bytes each, by which the scan finds a row that is left. */
const idsOf = async ({ db }: Here, days: readonly string[]): Promise<Uint8Array> => {
  const ids: Uint8Array[] = []
  for (let after: Uint8Array = new Uint8Array(); days.length > 0; ) {
    const page = await db
      .selectFrom("kept_response")
      .select("id")
      .where("id", ">", after)
      .where("day", "in", days)
      .orderBy("id")
      .limit(pageSize)
      .execute()
    ids.push(...page.map(({ id }) => id))
    after = page.at(-1)?.id ?? after
    if (page.length < pageSize) break
  }
  return Buffer.concat(ids)
}

/** The children's own words go with their responses, in the same transaction: all of the days, or nothing. */
const removeAnswers = ({ db }: Here, days: readonly string[]): Promise<void> =>
  db.transaction().execute(async (writing) => {
    const responses = writing.selectFrom("kept_response").select("id").where("day", "in", days)
    await writing.deleteFrom("cleaned_text").where("response", "in", responses).execute()
    await writing.deleteFrom("quarantine").where("response", "in", responses).execute()
    await writing.deleteFrom("kept_response").where("day", "in", days).execute()
    await writing.deleteFrom("transferred").where("day", "in", days).execute()
    await writing.deleteFrom("answer_set").where("day", "in", days).execute()
  })

const answersLeft = async ({ db }: Here, days: readonly string[]): Promise<number> => {
  const { left } = await db
    .selectFrom("kept_response")
    .select(sql<number>`cast(count(*) as integer)`.as("left"))
    .where("day", "in", days)
    .executeTakeFirstOrThrow()
  return left
}

export const answersOf = ({ run }: EvidenceStore) => ({
  ids: (days: readonly string[]) => run("idsOf", (here) => idsOf(here, days)),
  remove: (days: readonly string[]) => run("removeAnswers", (here) => removeAnswers(here, days)),
  /** False while another process or session can still read removed rows. */
  rewrite: run("rewriteTables", rewriteTables),
  left: (days: readonly string[]) => run("answersLeft", (here) => answersLeft(here, days)),
})

export type Answers = ReturnType<typeof answersOf>
