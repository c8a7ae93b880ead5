/** Gate: refuses a table if any small group follows from it and all releases together, by sums over declared variables. */
import { Effect } from "effect"
import { explain } from "../disclosure/joint/explain.ts"
import { type BoundedCount, findBounded } from "../disclosure/joint/find-bounded.ts"
import { type Leak, leakName } from "../disclosure/joint/find-leaks.ts"
import { jointAudit } from "../disclosure/joint/joint-audit.ts"
import type { KnownGroups } from "../disclosure/joint/known-groups.ts"
import type { ReleaseCandidate } from "./candidate.ts"
import { cureFor } from "./cure.ts"
import type { DeclaredVariables } from "./declared-variables.ts"
import { groupWords } from "./group-words.ts"
import type { JointLedger } from "./joint-ledger.ts"
import { leakWords } from "./leak-words.ts"
import { listedWith, sumWords } from "./sum-words.ts"
import { Unsafe } from "./unsafe.ts"

/** More tables than this are counted, and not named. */
const mostTables = 4

const tableWords = (titles: readonly string[]): string =>
  titles.length > mostTables
    ? `${titles
        .slice(0, mostTables)
        .map((title) => `"${title}"`)
        .join(", ")} and ${titles.length - mostTables} more`
    : listedWith(titles.map((title) => `"${title}"`))

/** How many of its sets are no declared category: those take more words. */
const unnamedIn = ({ box }: Leak, { variables }: JointLedger): number =>
  box.filter(({ variable, set }) => variables[variable]?.categories.includes(set) !== true).length

/** Groups before differences of two. */
const isDifference = ({ kind }: Leak): boolean => kind === "rest" || kind === "difference"

/** The leak that takes the fewest words. */
const plainest = (leaks: readonly Leak[], ledger: JointLedger): Leak | undefined =>
  leaks.toSorted(
    (one, other) =>
      Number(isDifference(one)) - Number(isDifference(other)) ||
      unnamedIn(one, ledger) - unnamedIn(other, ledger) ||
      one.box.length - other.box.length,
  )[0]

const titlesOf = (ids: Iterable<string>, candidates: readonly ReleaseCandidate[]): readonly string[] => {
  const wanted = new Set(ids)
  return [...new Set(candidates.flatMap(({ id, facts }) => (wanted.has(id) ? [facts.title] : [])))]
}

/** The leak, the sum that gives it away and the tables of that sum. */
const explained = (
  leaks: readonly Leak[],
  ledger: JointLedger,
  candidates: readonly ReleaseCandidate[],
  declared: DeclaredVariables,
): string => {
  const leak = plainest(leaks, ledger)
  if (leak === undefined) return ""
  const others = leaks.length === 1 ? "" : ` (and ${leaks.length - 1} more groups)`
  const words = `${leakWords(leak, declared)}${others}`
  const terms = explain(ledger, leak)
  if (terms === undefined) return words
  const titles = titlesOf(
    terms.flatMap(({ tables: [first] }) => first ?? []),
    candidates,
  )
  const sum = isDifference(leak) ? "" : `: ${sumWords(leak.box, terms, declared)}`
  return `${words}${sum}, by the tables ${tableWords(titles)}`
}

const boundedWords = (
  counts: readonly BoundedCount[],
  candidates: readonly ReleaseCandidate[],
  declared: DeclaredVariables,
): string => {
  const [first] = counts.toSorted((one, other) => one.box.length - other.box.length)
  if (first === undefined) return ""
  const others = counts.length === 1 ? "" : ` (and ${counts.length - 1} more groups)`
  const group = `"${groupWords(first.box, declared)}"${others}`
  const undecided = `the solver stopped before it could tell whether the withheld count of ${group} can be shown to be small`
  const shown = first.isUndecided
    ? undecided
    : first.isZero
      ? `nobody is in ${group}, which a table withholds, and that can be shown`
      : `the withheld count of ${group} can be shown to be small`
  return `${shown}, by the tables ${tableWords(titlesOf(first.tables, candidates))}`
}

const tooMany = new Unsafe({
  reason: "its variables make too many groups together with the tables released before",
  cure: "leave a variable or a filter out",
})

export interface JointTerms {
  readonly declared: DeclaredVariables
  readonly threshold: number
  /** Ids of released tables that were withdrawn. */
  readonly withdrawn: readonly string[]
  /** For the solver, for each part of a cross. */
  readonly seconds: number
}

const withdraw =
  "withdraw one of those tables (ask -- release withdraw TABLE --by SUPERVISOR), record an incident and tell the DPO"

const without = (ledger: JointLedger, ids: readonly string[]): JointLedger => ({
  ...ledger,
  tables: ledger.tables.filter(({ id }) => !ids.includes(id)),
})

/** Whether withdrawn tables made every leak of the releases: then those leaks are an incident that was dealt with. */
const isWithdrawn = (released: JointLedger, { withdrawn, threshold }: JointTerms): boolean => {
  const left = without(released, withdrawn)
  return left.tables.length < released.tables.length && jointAudit(left, { threshold })?.leaks.length === 0
}

/** What bounds show, beyond what follows. */
const boundsGate = Effect.fnUntraced(function* (
  ledger: JointLedger,
  known: KnownGroups,
  proposal: ReleaseCandidate,
  earlier: readonly ReleaseCandidate[],
  { declared, threshold, seconds }: JointTerms,
) {
  const bounded = yield* findBounded(ledger, known, { threshold, seconds, of: proposal.id })
  if (bounded.length === 0) return
  const [first] = bounded
  return yield* new Unsafe({
    reason: `together with the tables released before, ${boundedWords(bounded, [proposal, ...earlier], declared)}`,
    cure: cureFor(proposal, first, declared),
  })
})

export const jointGate = Effect.fnUntraced(function* (
  ledger: JointLedger,
  proposal: ReleaseCandidate,
  earlier: readonly ReleaseCandidate[],
  terms: JointTerms,
) {
  const { declared, threshold } = terms
  const verdict = jointAudit(ledger, { threshold })
  if (verdict === undefined) return yield* tooMany
  if (!verdict.known.isConsistent)
    return yield* new Unsafe({ reason: "its counts contradict those of the tables released before" })
  if (verdict.leaks.length === 0) return yield* boundsGate(ledger, verdict.known, proposal, earlier, terms)
  const released = without(ledger, [proposal.id])
  const before = jointAudit(released, { threshold })?.leaks ?? []
  if (before.length > 0 && !isWithdrawn(released, terms))
    return yield* new Unsafe({
      reason: `the tables released before are unsafe without this one: ${explained(before, released, earlier, declared)}`,
      cure: withdraw,
    })
  const known = new Set(before.map(leakName))
  const leaks = verdict.leaks.filter((leak) => !known.has(leakName(leak)))
  if (leaks.length === 0) return yield* boundsGate(ledger, verdict.known, proposal, earlier, terms)
  return yield* new Unsafe({
    reason: `together with the tables released before, ${explained(leaks, ledger, [proposal, ...earlier], declared)}`,
    cure: cureFor(proposal, plainest(leaks, ledger), declared),
  })
})

/** Audits all published tables, without withdrawn ones: an earlier release that is found unsafe is an incident. */
export const releasesGate = Effect.fnUntraced(function* (
  ledger: JointLedger,
  released: readonly ReleaseCandidate[],
  { declared, threshold, seconds, withdrawn }: JointTerms,
) {
  const shown = without(ledger, withdrawn)
  const verdict = jointAudit(shown, { threshold })
  if (verdict === undefined) return yield* tooMany
  const incident = (reason: string): Unsafe => new Unsafe({ reason: `an incident: ${reason}`, cure: withdraw })
  if (!verdict.known.isConsistent) return yield* incident("the counts of the released tables contradict each other")
  if (verdict.leaks.length > 0)
    return yield* incident(`together, ${explained(verdict.leaks, shown, released, declared)}`)
  const bounded = yield* findBounded(shown, verdict.known, { threshold, seconds })
  if (bounded.length > 0) return yield* incident(`together, ${boundedWords(bounded, released, declared)}`)
})
