/** Counts the responses that have arrived, by day and form, by place and by quality flag; reads no answer. */
import { sql } from "kysely"
import type { Count } from "../collection/counts.ts"
import type { Connection } from "../connect.ts"
import type { EvidenceTables } from "./schema.ts"

/** Counts the stored responses, and those that were checked for quality. */
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

/** Grouped as an index has them: sorting millions of responses by place alone would take minutes. */
const kinds = sql`(select flags, place, count(*) as responses from kept_response group by flags, place) as kind`

/** Counts the home postcodes that were matched, and those that were written but not matched. */
export const placesOf = async ({ db }: Connection<EvidenceTables>) => {
  const { rows } = await sql<{ place: string; responses: number }>`
    select place, cast(sum(responses) as integer) as responses from ${kinds}
    where place in ('matched', 'outside-england', 'unmatched') group by place`.execute(db)
  const unmatched = rows.find(({ place }) => place === "unmatched")?.responses ?? 0
  return { matched: rows.reduce((sum, { responses }) => sum + responses, 0) - unmatched, unmatched }
}

const eachFlag = {
  sqlite: sql`json_each(kind.flags) as held`,
  postgres: sql`json_array_elements_text(kind.flags::json) as held (value)`,
}

/** Counts the responses with each flag. */
export const flaggedOf = async ({ db, dialect }: Connection<EvidenceTables>): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ flag: string; responses: number }>`
    select held.value as flag, cast(sum(kind.responses) as integer) as responses
    from ${kinds}, ${eachFlag[dialect]} group by held.value`.execute(db)
  return new Map(rows.map(({ flag, responses }) => [flag, responses]))
}
