/** Lays a look that stopped on a missing table at the store's door: it is damage there, and no bug of ours. */
import { type Fact, faulty } from "../../policy/facts/fact.ts"
import type { Facts } from "../../policy/facts/facts.ts"

export const blameSchema = <F extends Readonly<Record<string, Fact<unknown>>>>(
  facts: F,
  schema: Facts["schema"],
): F => {
  const gone = "seen" in schema ? schema.seen.filter(({ is, kind }) => is === "missing" && kind === "table") : []
  if (gone.length === 0) return facts
  const fault = faulty(gone.map(({ store, name }) => `table ${store}.${name} is missing`).join("; "))
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, "unseen" in fact && fact.defect !== undefined ? fault : fact]),
  ) as F
}
