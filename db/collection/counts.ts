/** How many responses are held, by form and day; counting opens none of them. */
import { sql } from "kysely"
import type { FormId } from "../../policy/data/form-id.ts"
import type { Connection } from "../connect.ts"
import type { CollectionTables } from "./schema.ts"

export interface Count {
  readonly form: FormId
  readonly day: string
  readonly responses: number
}

/** Of all forms. */
export const responsesOn = (counts: readonly Pick<Count, "day" | "responses">[], day: string): number =>
  counts.reduce((sum, each) => sum + (each.day === day ? each.responses : 0), 0)

export const countsOf = ({ db }: Connection<CollectionTables>): Promise<readonly Count[]> =>
  db
    .selectFrom("response")
    .select(["form", "day", sql<number>`cast(count(*) as integer)`.as("responses")])
    .groupBy(["day", "form"])
    .orderBy("day")
    .orderBy("form")
    .execute()
