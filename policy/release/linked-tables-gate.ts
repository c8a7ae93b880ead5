/** Gate: no earlier release, alone or combined with this table, may reveal a withheld cell. Undecided counts as unsafe. */
import { Effect } from "effect"
import { audit } from "../disclosure/audit/audit.ts"
import { countImplied } from "../disclosure/audit/differencing.ts"
import type { LinkedTableWithRelations } from "../disclosure/audit/link-tables.ts"
import { findLinkedLeaks } from "../disclosure/audit/linked-leaks.ts"
import type { CellKey } from "../disclosure/audit/linked-table.ts"
import type { Relation } from "../disclosure/audit/publication.ts"
import { matchSameCells } from "../disclosure/audit/same-cells.ts"
import type { ReleaseCandidate } from "./candidate.ts"
import type { DeclaredVariables } from "./declared-variables.ts"
import { jointGate } from "./joint-gate.ts"
import { type JointLedger, readJointLedger } from "./joint-ledger.ts"
import { linkedTableOf } from "./linked-table.ts"
import { nestedSums } from "./nested-sums.ts"
import type { Proposal } from "./proposal.ts"
import { findRecodedSums, type Sums } from "./recoded-sums.ts"
import { isSamePopulation, shareOneTable } from "./same-population.ts"
import { countLeaks, hidesZeros } from "./single-table-gate.ts"
import { Unsafe } from "./unsafe.ts"

export interface PriorReleases {
  /** Every proposal released before, in the order of release. */
  readonly earlier: readonly Proposal[]
  /** Keys of the single records that are held, so that a table that leaves out one of them is known. */
  readonly recordKeys: readonly CellKey[]
  /** The variables of requests. Tables of other variables are compared by their records alone, two at a time. */
  readonly declared: DeclaredVariables
}

/** Exceeding any limit refuses the table. */
export interface Limits {
  /** Withheld cells of linked tables. */
  readonly cells: number
  /** For each part of those that says nothing of the rest, and each kind of question about it. */
  readonly seconds: number
  /** Of a published count and a withheld one. */
  readonly pairs: number
}

/** Minutes, for the largest tables there are. */
const limitsOfRelease: Limits = { cells: 2_000, seconds: 60, pairs: 4e9 }

/** Each cell that both have is no more in one than in the other: it may be a filter of it. */
const mayBeFilterOf = (part: LinkedTableWithRelations, whole: LinkedTableWithRelations): boolean => {
  const counts = new Map(whole.cells.map(({ id, count }) => [id, count]))
  return part.cells.every(({ id, count }) => count <= (counts.get(id) ?? Number.POSITIVE_INFINITY))
}

const hasFilterLeak = (
  proposed: LinkedTableWithRelations,
  earlier: readonly LinkedTableWithRelations[],
  threshold: number,
): boolean =>
  earlier.some((other) =>
    [
      [proposed, other],
      [other, proposed],
    ].some(
      ([part, whole]) =>
        part !== undefined &&
        whole !== undefined &&
        mayBeFilterOf(part, whole) &&
        findLinkedLeaks([whole, { ...part, partOf: whole.id }], { threshold }).length > 0,
    ),
  )

interface CandidateTable {
  readonly proposal: ReleaseCandidate
  readonly table: LinkedTableWithRelations
}

/** Where one table withholds a zero, every other must name the same children alike, and tell of them in no roundabout way. */
const keepsZerosHidden = (proposed: CandidateTable, earlier: readonly CandidateTable[]): boolean => {
  const all = [proposed, ...earlier]
  return all.every(
    (each) =>
      !hidesZeros(each.table) ||
      (all.every((other) => other === each || isSamePopulation(each.proposal, other.proposal)) &&
        shareOneTable(
          each.proposal,
          all.flatMap((other) => (other === each ? [] : [other.proposal])),
        )),
  )
}

/** Undefined where a table's variables are not declared. */
const declaredSums = (one: ReleaseCandidate, other: ReleaseCandidate, { tables }: JointLedger): Sums | undefined => {
  const [mine, theirs] = [one, other].map(({ id }) => tables.find((table) => table.id === id))
  if (mine === undefined || theirs === undefined) return undefined
  const found = [
    [mine, theirs],
    [theirs, mine],
  ].flatMap(([fine = mine, coarse = theirs]) =>
    nestedSums(fine, coarse).map(([whole, parts]) => ({
      cells: [whole, ...parts],
      sum: [
        `${coarse.id}: ${whole.name}`,
        ...parts.flatMap(({ name }) => (name === undefined ? [] : `${fine.id}: ${name}`)),
      ],
    })),
  )
  return {
    sums: found.map(({ sum }) => sum as unknown as Relation),
    isHiding: found.some(({ cells }) => cells.some(({ published }) => !published)),
  }
}

interface Entangled {
  readonly tables: readonly LinkedTableWithRelations[]
  readonly sums: readonly Relation[]
}

/**
 * Those that withhold the same records as the proposal, or add up what it withholds, or as one that does; and those
 * sums. `undefined` where there is too much to look through.
 */
const findEntangled = (
  proposed: CandidateTable,
  earlier: readonly CandidateTable[],
  ledger: JointLedger,
): Entangled | undefined => {
  const all = [proposed, ...earlier]
  const same = matchSameCells(all.map(({ table }) => table))
  const hidden = new Map(
    all.map(({ table: { id, cells } }) => [
      id,
      new Set(cells.flatMap((cell) => (cell.published ? [] : [same.get(`${id}: ${cell.id}`)]))),
    ]),
  )
  const hiddenIn = ({ table }: CandidateTable) => hidden.get(table.id) ?? new Set()
  const found = [proposed]
  const sums: Relation[] = []
  for (const each of found)
    for (const other of all) {
      if (each === other) continue
      const between =
        declaredSums(each.proposal, other.proposal, ledger) ?? findRecodedSums(each.proposal, other.proposal)
      if (between === undefined) return undefined
      if (!between.isHiding && hiddenIn(each).isDisjointFrom(hiddenIn(other))) continue
      sums.push(...between.sums)
      if (!found.includes(other)) found.push(other)
    }
  return { tables: found.map(({ table }) => table), sums }
}

const auditEntangled = Effect.fnUntraced(function* ({ tables, sums }: Entangled, threshold: number, limits: Limits) {
  const { publication, withheld, leaks } = yield* countLeaks(tables, threshold, sums)
  if (leaks > 0)
    return yield* new Unsafe({ reason: "its sums and those of an earlier table give a withheld cell away" })
  if (withheld > limits.cells)
    return yield* new Unsafe({
      reason: "it withholds too much together with earlier tables for all of it to be settled",
    })
  const { verdict } = yield* audit(publication, limits)
  if (verdict !== "safe")
    return yield* new Unsafe({
      reason: "combined with an earlier release, one of its small cells can be shown to be small",
    })
})

const tooMany = new Unsafe({ reason: "there are too many earlier cells to check" })

/** Two tables at a time, by the records of their cells: for tables whose variables are not declared. */
const pairwiseGate = (
  proposed: LinkedTableWithRelations,
  tables: readonly LinkedTableWithRelations[],
  recordKeys: readonly CellKey[],
  threshold: number,
): Effect.Effect<void, Unsafe> =>
  tables.length > 0 &&
  (findLinkedLeaks([...tables, proposed], { threshold, smallSetKeys: recordKeys }).length > 0 ||
    hasFilterLeak(proposed, tables, threshold))
    ? Effect.fail(
        new Unsafe({
          reason: "an earlier table publishes what it withholds, or differs from it by a few children",
        }),
      )
    : Effect.void

const impliedGate = (
  proposed: LinkedTableWithRelations,
  tables: readonly LinkedTableWithRelations[],
  { pairs }: Limits,
): Effect.Effect<void, Unsafe> => {
  const told = tables.length === 0 ? 0 : countImplied([...tables, proposed], pairs)
  if (told === undefined) return Effect.fail(tooMany)
  if (told > 0)
    return Effect.fail(
      new Unsafe({ reason: "two published counts, one of them in an earlier table, make up a withheld one" }),
    )
  return Effect.void
}

export const linkedTablesGate = Effect.fnUntraced(function* (
  proposal: ReleaseCandidate,
  { earlier, recordKeys, declared }: PriorReleases,
  threshold: number,
  limits: Limits = limitsOfRelease,
) {
  const others = earlier
    .filter(({ id }) => id !== proposal.id)
    .map((each) => ({ proposal: each, table: linkedTableOf(each) }))
  // Alone, no single record has to be known: if two published cells of a whole cross differ by a few, a leaf that holds one
  // of the few can be no more, and has no witness; unless withheld zeros stand between them, and then nobody knows it.
  if (others.length === 0) return
  const ledger = readJointLedger([proposal, ...others.map((each) => each.proposal)], declared)
  if (ledger === undefined)
    return yield* new Unsafe({
      reason: "responses came and others went since an earlier release, and the differences would show some of them",
    })
  const { unread } = ledger
  if (!unread.includes(proposal)) yield* jointGate(ledger, proposal, earlier, { declared, threshold })
  const proposed = linkedTableOf(proposal)
  const compared = unread.includes(proposal) ? others : others.filter((each) => unread.includes(each.proposal))
  const looked = { proposal, table: proposed }
  const tables = compared.map(({ table }) => table)
  yield* pairwiseGate(proposed, tables, recordKeys, threshold)
  if (!keepsZerosHidden(looked, others))
    return yield* new Unsafe({
      reason:
        "it or an earlier table withholds a zero, which can be worked out unless both cover the same children, without a filter, and name them alike",
    })
  yield* impliedGate(proposed, tables, limits)
  const linkedTables = findEntangled(looked, others, ledger)
  if (linkedTables === undefined) return yield* tooMany
  if (linkedTables.tables.length > 1) yield* auditEntangled(linkedTables, threshold, limits)
})
