/** Reads for which questions a response has the child's own words, and how many characters: never the words. */
import { type Kysely, sql } from "kysely"
import type { EvidenceTables } from "../evidence/schema.ts"

/** By response, in hexadecimal, and then by question. */
export type WordLengths = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Of the responses after one id and up to another. A released text counts as one character: its placeholders have any length. */
export const wordLengths = async (
  db: Kysely<EvidenceTables>,
  after: Uint8Array,
  last: Uint8Array,
): Promise<WordLengths> => {
  const rows = await db
    .selectFrom("quarantine")
    .select(["response", "question", sql<number>`length(words)`.as("characters")])
    .where("response", ">", after)
    .where("response", "<=", last)
    .execute()
  const released = await db
    .selectFrom("cleaned_text")
    .select(["response", "question", sql<number>`1`.as("characters")])
    .where("response", ">", after)
    .where("response", "<=", last)
    .execute()
  const lengths = new Map<string, Map<string, number>>()
  for (const { response, question, characters } of [...rows, ...released]) {
    const id = response.toHex()
    const known = lengths.get(id)
    if (known === undefined) lengths.set(id, new Map([[question, characters]]))
    else known.set(question, characters)
  }
  return lengths
}
