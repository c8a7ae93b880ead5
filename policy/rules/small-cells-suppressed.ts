/** No published count lets a child be picked out: a count under the threshold is never published. */
import { Effect } from "effect"
import type { TableDraft } from "../disclosure/table.ts"
import { parameters } from "../parameters.ts"
import { awaits, defineRule, RuleViolation } from "../rule.ts"

const coarsen = "coarsen age to bands or merge small categories, then suppress and audit the table again"

/** A count from 1 to the threshold less one; a zero is not small unless the stricter parameter says so (F19). */
export const isSmall = (count: number): boolean =>
  count < parameters.threshold.value && (count > 0 || parameters.suppressZeros.value)

/** What the independent audit of a table found. `digest` is the hash of its certificate. */
export interface AuditFound {
  readonly verdict: "safe" | "unsafe"
  readonly digest: string
}

/** Fails when a small count is published, or when the audit did not prove the whole table safe. */
export const smallCellsGate = ({ cells }: TableDraft, audit: AuditFound): Effect.Effect<void, RuleViolation> => {
  const refuse = (remedy: string) => Effect.fail(new RuleViolation({ rule: "small-cells-suppressed", remedy }))
  if (cells.some(({ count }) => !Number.isSafeInteger(count) || count < 0))
    return refuse("give whole counts of responses")
  if (cells.some(({ count, published }) => published && isSmall(count))) return refuse(coarsen)
  return audit.verdict === "safe" && /^[0-9a-f]{64}$/.test(audit.digest) ? Effect.void : refuse(coarsen)
}

export const smallCellsSuppressed = defineRule({
  id: "small-cells-suppressed",
  statement: "Counts under the threshold are suppressed, with whatever else would let them be worked out.",
  source: { section: 5, quote: "Counts suppressed in line with ONS disclosure control procedures" },
  law: ["Statistics and Registration Service Act 2007 s39", "UK GDPR Art 5(1)(f)"],
  enforcedBy: ["runtime", "test"],
  audit: awaits(
    "secondary suppression and its attacker audit are built with disclosure control; nothing can be released",
  ),
})
