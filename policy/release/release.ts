/** Makes `Released`: the only thing that leaves the evidence team, and only past every gate. */
import { Effect, Schema } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import type { Team } from "../capability/member.ts"
import type { NotGranted } from "../capability/standing.ts"
import { Day } from "../civil-day.ts"
import type { Mode } from "../data/mode.ts"
import { canonicalJson } from "../record/canonical-json.ts"
import { Digest, digestOf } from "../record/digest.ts"
import type { Step } from "../record/step.ts"
import { RuleViolation } from "../rule-violation.ts"
import type { CollectionWindow } from "../window.ts"
import type { ReleaseCandidate } from "./candidate.ts"
import { outputsGate } from "./checker-gate.ts"
import { completeTableGate } from "./complete-table-gate.ts"
import type { GeographyException } from "./geography-exception.ts"
import { geographyGate, hasAllowedPlaces, placeFields } from "./geography-gate.ts"
import type { PriorReleases } from "./linked-tables-gate.ts"
import { isOutputCheck, type OutputCheck } from "./output-check.ts"
import { isProposal, type Proposal } from "./proposal.ts"
import { proveSafe, type SafetyProof } from "./prove-safe.ts"
import type { Released } from "./released.ts"
import type { StoredRelease } from "./released-tables.ts"
import { isSmall } from "./small-count.ts"
import { thresholdGate } from "./threshold-gate.ts"

interface Release {
  readonly mode: Mode
  readonly checks: readonly [OutputCheck, OutputCheck]
  readonly approval: Capability<"release-table">
  readonly prior: PriorReleases
  /** The decision that the proposal names, where it is finer than a region. */
  readonly exception?: GeographyException | undefined
}

const violation = (rule: RuleViolation["rule"], remedy: string): RuleViolation => new RuleViolation({ rule, remedy })

const rehearsal = violation(
  "aggregates-only-beyond-the-team",
  "release from live: nothing made from a rehearsal's answers is a release",
)

/** The gates of the table itself: its own audit, and the audit together with all earlier releases. */
export const tableGates = Effect.fnUntraced(function* (
  proposal: ReleaseCandidate,
  prior: PriorReleases,
  exception?: GeographyException,
): Effect.fn.Return<SafetyProof, RuleViolation> {
  const table = proposal.facts
  yield* geographyGate(table, exception)
  yield* completeTableGate(table)
  yield* thresholdGate(table)
  return yield* proveSafe(proposal, prior)
})

/** The content of a release before it is made. */
type ReleaseContent = { readonly [K in keyof Released as K extends string ? K : never]: Released[K] }

/** A proposal without what it withholds. */
export const contentOf = ({ facts }: Proposal, audit: Digest, releasedOn: Day): ReleaseContent => ({
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
  { mode, checks, approval, prior, exception }: Release,
): Effect.fn.Return<Step<StoredRelease>, NotGranted | RuleViolation, Team | CollectionWindow> {
  if (mode === "rehearsal") return yield* rehearsal
  if (!isProposal(proposal)) return yield* violation("aggregates-only-beyond-the-team", "propose the table first")
  const { digest } = yield* tableGates(proposal, prior, exception)
  yield* outputsGate({ author: proposal.facts.author, checks })
  if (!checks.every((check) => isOutputCheck(check) && check.of === proposal.id))
    return yield* violation("outputs-checked", "let two people check this very table")
  const releasedOn = yield* exercise(approval)
  const content = contentOf(proposal, digest, releasedOn)
  return {
    state: { proposal, checks, approver: approval.person, table: content as Released, exception },
    record: {
      kind: "table-released",
      body: { proposal: proposal.id, audit: digest, table: digestOf(canonicalJson(content)), on: releasedOn },
    },
  }
})

const Count = Schema.Union([Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)), Schema.Literal("[c]")])
const Content = Schema.Struct({
  title: Schema.String,
  ...placeFields,
  dimensions: Schema.Array(Schema.Struct({ name: Schema.String, categories: Schema.Array(Schema.String) })),
  cells: Schema.Array(Schema.Struct({ labels: Schema.Array(Schema.String), count: Count })),
  audit: Digest,
  releasedOn: Day,
}).check(
  Schema.makeFilter(hasAllowedPlaces),
  Schema.makeFilter(({ cells }) => !cells.some(({ count }) => count !== "[c]" && isSmall(count)) || "a count is small"),
)

/** A stored release, if it is the one whose digest the ledger has. */
export const restoreReleased = Effect.fnUntraced(function* (kept: unknown, recorded: Digest) {
  const content: ReleaseContent = yield* Schema.decodeUnknownEffect(Content, { onExcessProperty: "error" })(kept)
  yield* completeTableGate(content)
  if (digestOf(canonicalJson(content)) !== recorded)
    return yield* violation("small-cells-suppressed", "a release is as it was when it was audited: look at the ledger")
  return content as Released
})
