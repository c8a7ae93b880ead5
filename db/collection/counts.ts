/** Reads how many sealed responses there are by form and day, from counts that the database keeps. */
import type { FormId } from "../../policy/data/form-id.ts"
import type { Connection } from "../connect.ts"
import type { CollectionTables } from "./schema.ts"

export interface Count {
  readonly form: FormId
  readonly day: string
  readonly responses: number
}

/** Adds up all forms. */
export const responsesOn = (counts: readonly Pick<Count, "day" | "responses">[], day: string): number =>
  counts.reduce((sum, each) => sum + (each.day === day ? each.responses : 0), 0)

export const countsOf = ({ db }: Connection<CollectionTables>): Promise<readonly Count[]> =>
  db
    .selectFrom("tally")
    .select(["form", "day", "responses"])
    .where("responses", ">", 0)
    .orderBy("day")
    .orderBy("form")
    .execute()
