/** No published count lets a child be picked out: a count under the threshold is never published. */
import { Effect, Option, Result, Schema } from "effect"
import type { CellKey } from "../disclosure/audit/ledger.ts"
import type { Proposal } from "../disclosure/proposal.ts"
import { provedSafe } from "../disclosure/proved-safe.ts"
import { isSmall } from "../disclosure/small-count.ts"
import type { TableDraft } from "../disclosure/table.ts"
import { ReleasesNow } from "../evidence/releases-now.ts"
import { parameters } from "../parameters.ts"
import { defineRule, noneOf, notChecked, RuleViolation } from "../rule.ts"

const coarsen = "coarsen age to bands or merge small categories, then suppress and audit the table again"

/** Fails when a small count is published, or when a count is none. */
export const shownGate = ({ cells }: Pick<TableDraft, "cells">): Effect.Effect<void, RuleViolation> => {
  const refuse = (remedy: string) => Effect.fail(new RuleViolation({ rule: "small-cells-suppressed", remedy }))
  if (cells.some(({ count }) => !Number.isSafeInteger(count) || count < 0))
    return refuse("give whole counts of responses")
  return cells.some(({ count, published }) => published && isSmall(count)) ? refuse(coarsen) : Effect.void
}

/** A cell as it is proposed and kept. */
export const KeptCell = Schema.Struct({
  labels: Schema.Array(Schema.String),
  count: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 2 ** 31 - 1 })),
  published: Schema.Boolean,
  key: Schema.String.check(Schema.isPattern(/^[0-9a-f]{16}$/)),
}).check(Schema.makeFilter(({ count, published }) => !(published && isSmall(count)) || coarsen))

const { value: threshold, source } = parameters.threshold

/** Each table again, beside those released before it, knowing the single records as its release did. */
const unproved = Effect.fnUntraced(function* (tables: readonly Proposal[], few: readonly CellKey[]) {
  const found: string[] = []
  for (const [at, table] of tables.entries()) {
    const again = yield* Effect.result(provedSafe(table, { earlier: tables.slice(0, at), few }))
    if (Result.isFailure(again)) found.push(`table ${table.id.slice(0, 8)} is not proved safe: ${again.failure.remedy}`)
  }
  return found
})

const cell = { labels: ["a job", "11"], count: 12, published: true, key: "0123456789abcdef" }

export const smallCellsSuppressed = defineRule({
  id: "small-cells-suppressed",
  statement: "Counts under the threshold are suppressed, with whatever else would let them be worked out.",
  source: { section: 5, quote: "Counts suppressed in line with ONS disclosure control procedures" },
  law: ["Statistics and Registration Service Act 2007 s39", "UK GDPR Art 5(1)(f)"],
  enforcedBy: ["schema", "runtime", "database", "test"],
  audit: Effect.gen(function* () {
    const releases = yield* Effect.serviceOption(ReleasesNow)
    if (Option.isNone(releases)) return notChecked("the releases could not be read here")
    const tables = releases.value.tables.map(({ proposal }) => proposal)
    if (tables.length === 0) return notChecked("no table has been released")
    const cells = tables.flatMap(({ facts }) => facts.cells)
    const withheld = cells.filter(({ published }) => !published).length
    const small = yield* Effect.result(shownGate({ cells }))
    return noneOf(
      [
        ...(Result.isFailure(small) ? ["a small count is published"] : []),
        ...(yield* unproved(tables, releases.value.few ?? [])),
      ],
      `${cells.length.toLocaleString("en-GB")} cells in ${tables.length} released, ${withheld.toLocaleString("en-GB")} of them withheld, at a threshold of ${threshold} (${source}); audited again now, each beside those before it: safe`,
    )
  }),
  examples: {
    decode: Schema.decodeUnknownResult(KeptCell, { onExcessProperty: "error" }),
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
      "a cell of which nobody said whether it is published": { labels: cell.labels, count: 12, key: cell.key },
      "a cell without the key of its records": { labels: cell.labels, count: 12, published: true },
    },
  },
})
