/** Names what differs between a store's schema and the one that the migrations make, and the rules that rest on each table. */
import type { Store } from "../data/asset.ts"
import type { RuleId } from "../rule-id.ts"

export interface SchemaFault {
  readonly store: Store
  readonly kind: "table" | "column" | "constraint" | "trigger" | "index" | "view" | "function" | "rule"
  readonly name: string
  /** The table that it belongs to. */
  readonly table: string
  readonly is: "missing" | "altered" | "unknown" | "switched off"
}

const answers = [
  "responses-are-anonymous-and-final",
  "no-direct-identifiers",
  "no-postcode-in-secure-settings",
  "no-school-in-secure-settings",
  "quality-checked-before-analysis",
] as const
const custody = ["web-server-emptied-at-close"] as const
const arrivals = ["quality-checked-before-analysis", ...custody] as const
const outputs = ["aggregates-only-beyond-the-team", "small-cells-suppressed", "outputs-checked"] as const

/** A table that is not listed concerns the register of assets. */
const guards: Readonly<Record<string, readonly RuleId[]>> = {
  response: ["responses-are-anonymous-and-final", "collection-window"],
  token: ["responses-are-anonymous-and-final"],
  arrived_token: ["responses-are-anonymous-and-final"],
  tally: custody,
  closing: ["collection-window", ...custody],
  shut_day: ["collection-window", ...custody],
  deployment: ["collection-window"],
  collection_window: ["collection-window"],
  ledger: [
    "evidence-team-only",
    "retention-reviewed-after-two-years",
    "processor-extracts-deleted-at-close",
    ...custody,
  ],
  member: ["evidence-team-only"],
  extract: ["processor-extracts-deleted-at-close"],
  extract_field: ["processor-extracts-deleted-at-close"],
  collection_state: custody,
  retention: ["retention-reviewed-after-two-years"],
  known_question: ["approved-variables-only"],
  kept_response: answers,
  quarantine: ["free-text-cleaned-before-analysis", "responses-are-anonymous-and-final"],
  scanned_text: ["free-text-cleaned-before-analysis"],
  text_lease: ["free-text-cleaned-before-analysis"],
  text_review: ["free-text-cleaned-before-analysis"],
  text_escalation: ["free-text-cleaned-before-analysis"],
  text_audit: ["free-text-cleaned-before-analysis"],
  cleaned_text: ["free-text-cleaned-before-analysis", "responses-are-anonymous-and-final"],
  transfer_day: arrivals,
  transferred: arrivals,
  answer_set: ["quality-checked-before-analysis"],
  widening: ["aggregates-only-beyond-the-team"],
  proposal: outputs,
  proposal_cell: ["small-cells-suppressed"],
  proposal_proof: ["small-cells-suppressed"],
  output_check: ["outputs-checked"],
  table_release: outputs,
}

const rulesOf = (table: string): readonly RuleId[] => guards[table] ?? ["assets-registered"]

const textOf = ({ store, kind, name, table, is }: SchemaFault): string =>
  `${kind} ${store}.${name === table ? name : `${table}.${name}`} is ${is}`

/** The faults that concern a rule. */
export const schemaBreaches = (faults: readonly SchemaFault[], rule: RuleId): readonly string[] =>
  faults.filter(({ table }) => rulesOf(table).includes(rule)).map(textOf)
