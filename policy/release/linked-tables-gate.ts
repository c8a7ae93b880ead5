/** Gate: no earlier release, alone or combined with this table, may reveal a withheld cell. Undecided counts as unsafe. */
import { Effect } from "effect"
import type { ReleaseCandidate } from "./candidate.ts"
import type { DeclaredVariables } from "./declared-variables.ts"
import { jointGate, releasesGate } from "./joint-gate.ts"
import { readJointLedger } from "./joint-ledger.ts"
import type { Proposal } from "./proposal.ts"
import { isSamePopulation, shareOneTable } from "./same-population.ts"
import { hidesZeros } from "./single-table-gate.ts"
import { listedWith } from "./sum-words.ts"
import { Unsafe } from "./unsafe.ts"

export interface PriorReleases {
  /** Every proposal released before, in the order of release. */
  readonly earlier: readonly Proposal[]
  /** Ids of those that were withdrawn: what they give away is known, and adds nothing to what a table is refused for. */
  readonly withdrawn?: readonly string[]
  /** The variables of requests. A table of any other is refused. */
  readonly declared: DeclaredVariables
}

/** Of the solver, for each part of a cross that says nothing of the rest, and each kind of question about it. */
const secondsOfRelease = 60

/** Where one table withholds a zero, every other must name the same children alike, and tell of them in no roundabout way. */
const keepsZerosHidden = (all: readonly ReleaseCandidate[]): boolean =>
  all.every(
    (each) =>
      !hidesZeros(each.facts) ||
      (all.every((other) => other === each || isSamePopulation(each, other)) &&
        shareOneTable(
          each,
          all.filter((other) => other !== each),
        )),
  )

/** More tables than this are counted, and not named. */
const mostNamed = 3

const undeclared = (unread: readonly ReleaseCandidate[], proposal?: ReleaseCandidate): Unsafe => {
  if (proposal !== undefined && unread.includes(proposal))
    return new Unsafe({
      reason: "it has a variable or a place that is not declared, so that no audit can read it",
      cure: "ask for it by the variables of ask -- table --variables, and import the geography that its places are in",
    })
  const titles = unread.slice(0, mostNamed).map(({ facts }) => `"${facts.title}"`)
  const more = unread.length > mostNamed ? [`${unread.length - mostNamed} more`] : []
  return new Unsafe({
    reason: `released tables have a variable or a place that is not declared: ${listedWith([...titles, ...more])}`,
    cure: "import the geography that their places are in: ask -- geography import",
  })
}

const cameAndWent = new Unsafe({
  reason: "responses came and others went since an earlier release, and the differences would show some of them",
})

/** All releases together, in whatever order they were made. */
export const releasedTablesGate = Effect.fnUntraced(function* (
  { earlier, declared, withdrawn = [] }: PriorReleases,
  threshold: number,
) {
  if (earlier.length < 2) return
  const ledger = readJointLedger(earlier, declared)
  if (ledger === undefined) return yield* cameAndWent
  if (ledger.unread.length > 0) return yield* undeclared(ledger.unread)
  yield* releasesGate(ledger, earlier, { declared, threshold, seconds: secondsOfRelease, withdrawn })
})

export const linkedTablesGate = Effect.fnUntraced(function* (
  proposal: ReleaseCandidate,
  { earlier, declared, withdrawn = [] }: PriorReleases,
  threshold: number,
  seconds: number = secondsOfRelease,
) {
  const others = earlier.filter(({ id }) => id !== proposal.id)
  // Alone, a table has its own witnesses.
  if (others.length === 0) return
  const ledger = readJointLedger([proposal, ...others], declared)
  if (ledger === undefined) return yield* cameAndWent
  if (ledger.unread.length > 0) return yield* undeclared(ledger.unread, proposal)
  yield* jointGate(ledger, proposal, others, { declared, threshold, seconds, withdrawn })
  if (!keepsZerosHidden([proposal, ...others]))
    return yield* new Unsafe({
      reason:
        "it or an earlier table withholds a zero, which can be worked out unless both cover the same children, without a filter, and name them alike",
    })
})
