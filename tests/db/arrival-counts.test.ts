/** Counts of the evidence store are read from an index: reading every answer would take minutes where there are millions. */
import { Effect } from "effect"
import { sql } from "kysely"
import { expect, test } from "vitest"
import { countsOf, flaggedOf, placesOf, qualityOf } from "../../db/evidence/arrival-counts.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { newEvidenceSource, rawEvidence } from "../support/evidence.ts"

test.each([
  ["by form and day", countsOf],
  ["by place", placesOf],
  ["by flag", flaggedOf],
  ["checked for quality", qualityOf],
])("%s", async (_, count) => {
  const source = await newEvidenceSource("sqlite")
  await Effect.runPromise(Effect.scoped(openEvidence({ source, mode: "rehearsal" })))
  const here = rawEvidence(source)
  const asked: string[] = []
  const db = here.db.withPlugin({
    transformQuery: ({ node, queryId }) => {
      asked.push(here.db.getExecutor().compileQuery(node, queryId).sql)
      return node
    },
    transformResult: async ({ result }) => result,
  })
  await count({ ...here, db })
  expect(asked).toHaveLength(1)
  const { rows } = await sql<{ detail: string }>`explain query plan ${sql.raw(asked.join())}`.execute(here.db)
  const scans = rows.map(({ detail }) => detail).filter((detail) => detail.includes("kept_response"))
  expect(scans).toEqual([expect.stringMatching(/^SCAN kept_response USING COVERING INDEX /)])
})
