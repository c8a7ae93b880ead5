/** How many responses have arrived, by day and form, by place and by doubt: counts, and never one of them. */
import { sql } from "kysely"
import type { Count } from "../collection/counts.ts"
import type { Connection } from "../connect.ts"
import type { EvidenceTables } from "./schema.ts"

/** How many are kept, and how many of them were looked at for doubts. */
export const qualityOf = async ({ db }: Connection<EvidenceTables>) =>
  db
    .selectFrom("kept_response")
    .select([
      sql<number>`cast(count(*) as integer)`.as("received"),
      sql<number>`cast(count(flags) as integer)`.as("checked"),
    ])
    .executeTakeFirstOrThrow()

export const countsOf = ({ db }: Connection<EvidenceTables>): Promise<readonly Count[]> =>
  db
    .selectFrom("kept_response")
    .select(["form", "day", sql<number>`cast(count(*) as integer)`.as("responses")])
    .groupBy(["day", "form"])
    .execute()

/** How many home postcodes were matched, and how many were written and were not; the rest were not asked or not given. */
export const placesOf = async ({ db }: Connection<EvidenceTables>) => {
  const rows = await db
    .selectFrom("kept_response")
    .select(["place", sql<number>`cast(count(*) as integer)`.as("responses")])
    .where("place", "in", ["matched", "outside-england", "unmatched"])
    .groupBy("place")
    .execute()
  const unmatched = rows.find(({ place }) => place === "unmatched")?.responses ?? 0
  return { matched: rows.reduce((sum, { responses }) => sum + responses, 0) - unmatched, unmatched }
}

const eachFlag = {
  sqlite: sql<string>`json_each(kept_response.flags)`,
  postgres: sql<string>`json_array_elements_text(kept_response.flags::json)`,
}

/** How many responses bear each flag. */
export const flaggedOf = async ({ db, dialect }: Connection<EvidenceTables>): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ flag: string; responses: number }>`
    select held.value as flag, cast(count(*) as integer) as responses
    from kept_response, ${eachFlag[dialect]} as held ${dialect === "postgres" ? sql`(value)` : sql``} group by held.value`.execute(
    db,
  )
  return new Map(rows.map(({ flag, responses }) => [flag, responses]))
}
