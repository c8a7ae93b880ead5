/** Makes `Released`: the only thing that leaves the evidence team, and only past every gate. */
import { Effect, Schema } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import type { Team } from "../capability/member.ts"
import type { NotGranted } from "../capability/standing.ts"
import { Day } from "../civil-day.ts"
import type { Mode } from "../data/mode.ts"
import { canonicalJson } from "../evidence/canonical-json.ts"
import { Digest, digestOf } from "../evidence/digest.ts"
import type { KeptRelease } from "../evidence/releases-now.ts"
import type { Step } from "../evidence/step.ts"
import { RuleViolation } from "../rule.ts"
import { geographyGate, isPlaced, placed } from "../rules/aggregates-only-beyond-the-team.ts"
import { outputsGate } from "../rules/outputs-checked.ts"
import { shownGate } from "../rules/small-cells-suppressed.ts"
import type { Released } from "../stage.ts"
import type { CollectionWindow } from "../window.ts"
import type { Auditable } from "./auditable.ts"
import type { Ledger } from "./beside.ts"
import { isOutputCheck, type OutputCheck } from "./output-check.ts"
import { isProposal, type Proposal } from "./proposal.ts"
import { type Proved, provedSafe } from "./proved-safe.ts"
import { isSmall } from "./small-count.ts"
import { wholeCrossGate } from "./whole-cross.ts"
import type { Widening } from "./widening.ts"

interface Release {
  readonly mode: Mode
  readonly checks: readonly [OutputCheck, OutputCheck]
  readonly approval: Capability<"release-table">
  readonly ledger: Ledger
  /** The decision that the proposal names, where it is finer than a region. */
  readonly widened?: Widening | undefined
}

const violation = (rule: RuleViolation["rule"], remedy: string): RuleViolation => new RuleViolation({ rule, remedy })

const rehearsal = violation(
  "aggregates-only-beyond-the-team",
  "release from live: nothing made from a rehearsal's answers is a release",
)

/** What is asked of the table itself, whoever checked it: its own audit, and that beside all that was ever published. */
export const tableGates = Effect.fnUntraced(function* (
  proposal: Auditable,
  ledger: Ledger,
  widened?: Widening,
): Effect.fn.Return<Proved, RuleViolation> {
  const table = proposal.facts
  yield* geographyGate(table, widened)
  yield* wholeCrossGate(table)
  yield* shownGate(table)
  return yield* provedSafe(proposal, ledger)
})

/** What is said of one, before it is one. */
type Said = { readonly [K in keyof Released as K extends string ? K : never]: Released[K] }

/** A proposal without what it withholds. */
export const contentOf = ({ facts }: Proposal, audit: Digest, releasedOn: Day): Said => ({
  title: facts.title,
  geographies: facts.geographies,
  ...(facts.widenedBy === undefined ? {} : { widenedBy: facts.widenedBy }),
  dimensions: facts.dimensions.map(({ name, categories }) => ({ name, categories })),
  cells: facts.cells.map(({ labels, count, published }) => ({ labels, count: published ? count : ("[c]" as const) })),
  audit,
  releasedOn,
})

/** The only function that makes one. Withheld counts are left out of it, not hidden in it. */
export const release = Effect.fnUntraced(function* (
  proposal: Proposal,
  { mode, checks, approval, ledger, widened }: Release,
): Effect.fn.Return<Step<KeptRelease>, NotGranted | RuleViolation, Team | CollectionWindow> {
  if (mode === "rehearsal") return yield* rehearsal
  if (!isProposal(proposal)) return yield* violation("aggregates-only-beyond-the-team", "propose the table first")
  const { digest } = yield* tableGates(proposal, ledger, widened)
  yield* outputsGate({ author: proposal.facts.author, checks })
  if (!checks.every((check) => isOutputCheck(check) && check.of === proposal.id))
    return yield* violation("outputs-checked", "let two people check this very table")
  const releasedOn = yield* exercise(approval)
  const content = contentOf(proposal, digest, releasedOn)
  return {
    state: { proposal, checks, approver: approval.person, table: content as Released, widened },
    record: {
      kind: "table-released",
      body: { proposal: proposal.id, audit: digest, table: digestOf(canonicalJson(content)), on: releasedOn },
    },
  }
})

const Count = Schema.Union([Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)), Schema.Literal("[c]")])
const Content = Schema.Struct({
  title: Schema.String,
  ...placed,
  dimensions: Schema.Array(Schema.Struct({ name: Schema.String, categories: Schema.Array(Schema.String) })),
  cells: Schema.Array(Schema.Struct({ labels: Schema.Array(Schema.String), count: Count })),
  audit: Digest,
  releasedOn: Day,
}).check(
  Schema.makeFilter(isPlaced),
  Schema.makeFilter(({ cells }) => !cells.some(({ count }) => count !== "[c]" && isSmall(count)) || "a count is small"),
)

/** A release as it was kept, if it is the very one of which the ledger has this digest. */
export const restoreReleased = Effect.fnUntraced(function* (kept: unknown, recorded: Digest) {
  const content: Said = yield* Schema.decodeUnknownEffect(Content, { onExcessProperty: "error" })(kept)
  yield* wholeCrossGate(content)
  if (digestOf(canonicalJson(content)) !== recorded)
    return yield* violation("small-cells-suppressed", "a release is as it was when it was audited: look at the ledger")
  return content as Released
})
