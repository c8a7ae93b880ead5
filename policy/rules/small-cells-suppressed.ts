/** No published count lets a child be picked out: a count under the threshold is never published. */
import { Effect, Result, Schema } from "effect"
import { notGuaranteed } from "../disclosure/limits.ts"
import { schemaBreaches } from "../facts/schema-fault.ts"
import { parameters } from "../parameters.ts"
import type { DeclaredVariables } from "../release/declared-variables.ts"
import { releasedTablesGate } from "../release/linked-tables-gate.ts"
import type { Proposal } from "../release/proposal.ts"
import { proveSafe } from "../release/prove-safe.ts"
import type { Releases } from "../release/released-tables.ts"
import { StoredCell, thresholdGate } from "../release/threshold-gate.ts"
import { defineRule } from "../rule.ts"
import { broken, notChecked, upheldUnless, type Verdict, withoutSight } from "../verdict.ts"

const { value: threshold, source } = parameters.threshold

/** Each table's refusal by itself, and that of all together: the order of release changes no verdict. */
const unsafeTables = Effect.fn("SmallCellsSuppressed.unsafeTables")(function* (
  tables: readonly Proposal[],
  { declared, withdrawn }: { readonly declared: DeclaredVariables; readonly withdrawn: readonly string[] },
) {
  const refusals: string[] = []
  for (const table of tables) {
    const proof = yield* Effect.result(proveSafe(table, { earlier: [], declared }))
    if (Result.isFailure(proof) && !withdrawn.includes(table.id))
      refusals.push(`table ${table.id.slice(0, 8)} is not proved safe: ${proof.failure.remedy}`)
  }
  const together = yield* Effect.result(releasedTablesGate({ earlier: tables, declared, withdrawn }, threshold))
  if (Result.isFailure(together)) {
    const { failure } = together
    const cure = "cure" in failure && failure.cure !== undefined ? `: ${failure.cure}` : ""
    refusals.push(`${failure.message.replace(/\.$/, "")}${cure}`)
  }
  return refusals
})

const auditReleases = Effect.fn("SmallCellsSuppressed.auditReleases")(function* (releases: Releases) {
  const tables = releases.tables.map(({ proposal }) => proposal)
  if (tables.length === 0) return notChecked("no table has been released")
  const withdrawn = releases.tables.flatMap(({ proposal, withdrawnOn }) =>
    withdrawnOn === undefined ? [] : [proposal.id],
  )
  const cells = tables.flatMap(({ facts }) => facts.cells)
  const withheld = cells.filter(({ published }) => !published).length
  const small = yield* Effect.result(thresholdGate({ cells }))
  return upheldUnless(
    [
      ...(Result.isFailure(small) ? ["a small count is published"] : []),
      ...(yield* unsafeTables(tables, { declared: releases.declared, withdrawn })),
    ],
    `${cells.length.toLocaleString("en-GB")} cells in ${tables.length} released, ${withheld.toLocaleString("en-GB")} of them withheld, at a threshold of ${threshold} (${source}); audited again now, each alone and all together: safe. No audit covers ${notGuaranteed.join("; ")}${withdrawn.length === 0 ? "" : `. ${withdrawn.length} withdrawn: their numbers are not shown`}`,
  )
})

const cell = { labels: ["a job", "11"], count: 12, published: true, key: "0123456789abcdef" }

export const smallCellsSuppressed = defineRule({
  id: "small-cells-suppressed",
  statement: "Counts under the threshold are suppressed, with whatever else would let them be worked out.",
  source: { section: 5, quote: "Counts suppressed in line with ONS disclosure control procedures" },
  law: ["UK GDPR Art 5(1)(f)", "UK GDPR Art 84B"],
  enforcedBy: ["schema", "runtime", "database", "test"],
  enforcedAt: ["policy/release/release.ts#release"],
  audit: ({ releases, schema }): Effect.Effect<Verdict> => {
    const changed = "seen" in schema ? schemaBreaches(schema.seen, "small-cells-suppressed") : []
    if (changed.length > 0) return Effect.succeed(broken(changed.join("; ")))
    if ("seen" in releases && "seen" in schema) return auditReleases(releases.seen)
    return Effect.succeed(withoutSight([releases, schema]) ?? notChecked("its facts were not seen"))
  },
  examples: {
    decode: Schema.decodeUnknownResult(StoredCell, { onExcessProperty: "error" }),
    accepts: {
      "a count of the threshold": { ...cell, count: threshold },
      "a small count that is withheld": { ...cell, count: 4, published: false },
      "a large count that is withheld": { ...cell, count: 400, published: false },
      "a zero": { ...cell, count: 0, key: "0".repeat(16) },
    },
    refuses: {
      "a published 1": { ...cell, count: 1 },
      "a published count just under the threshold": { ...cell, count: threshold - 1 },
      "half a child": { ...cell, count: 11.5 },
      "less than nobody": { ...cell, count: -1, published: false },
      "a count in words": { ...cell, count: "a few" },
      "a cell without its publication": { labels: cell.labels, count: 12, key: cell.key },
      "a cell without the key of its records": { labels: cell.labels, count: 12, published: true },
    },
  },
})
