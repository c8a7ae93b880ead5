/** Suppresses what has to be suppressed, and shows for each small cell other records that would publish the same; or refuses. */
import { Effect } from "effect"
import { TableRefused } from "../tables/refused.ts"
import type { Table } from "../tables/tabulate.ts"
import { goalsOf, type Level } from "./goals/goal.ts"
import type { Proof } from "./goals/proof.ts"
import type { Protection } from "./goals/requirement.ts"
import { provesGoals, provesRequirements } from "./proof/verify.ts"
import { type Effort, moveFinder } from "./search/find-move.ts"
import { coverGoals } from "./search/greedy-cover.ts"
import { type MoveSet, moveSetOf } from "./search/move-set.ts"
import { type PublishBackPass, publishBack } from "./search/publish-back.ts"
import { solveForProofs } from "./search/solver-fallback.ts"
import { trimSuppression } from "./search/trim.ts"
import { findOneCategoryGroups } from "./state/group-disclosure.ts"
import { checkPriorDecisions, noPriorDecisions } from "./state/prior-decisions.ts"
import { forbidden, type SearchState, searchStateOf } from "./state/search-state.ts"
import { breakTies } from "./state/tie-break.ts"

export interface ProtectedTable extends Protection {
  readonly table: Table
  readonly published: Uint8Array
  readonly primaries: number
  /** Zeros that are hidden, or else a group would be known to be of one category. */
  readonly hiddenZeros: number
  /** What everybody knows of a suppressed cell at the least: where zeros are hidden, nothing. */
  readonly lowerBound: 0 | 1
  readonly suppressed: number
  readonly proofs: readonly Proof[]
}

const quick: Effort = { pay: 60, freeWidth: 0, width: 2, rounds: false }
/** In a large table this meets most of the open requirements in half the time. */
const further: Effort = { pay: 400, freeWidth: 0, width: 3, rounds: false }
const thorough: Effort = { pay: 400, freeWidth: 1, width: Number.POSITIVE_INFINITY, rounds: true }

/** How the secondaries are gone through, time after time, to publish them back: the more so the fewer cells there are. */
const thriftsFor = (size: number, level: Level): readonly PublishBackPass[] => {
  const effort: Effort = { ...quick, pay: size > 20_000 ? 0 : 9 }
  const each = { effort, level: effort.pay > 0, share: 1 }
  if (level === "exact") return [each, { ...each, share: 0.25 }]
  if (size > 20_000) return []
  if (size > 10_000) return [each, each]
  const longer = { ...each, effort: { ...effort, rounds: true } }
  return size > small ? [longer, longer] : [each, each, { ...each, effort: { ...longer.effort, width: 3 } }]
}

/** The solver looks for what can be saved where so few cells are suppressed, and a few more or less can be seen. */
const few = 80
const tiny = 200

/** Tables of no more cells are searched several times, and the solver looks for what can be saved. */
const small = 2_000

/** A singleton knows its cell's count: no move may change it, except to protect that child. */
const closeSingles = ({ counts, price }: SearchState): void => {
  counts.forEach((count, cell) => {
    if (count === 1) price[cell] = forbidden
  })
}

interface Search {
  readonly ground: SearchState
  readonly cover: MoveSet
  readonly primaries: number
  readonly failed: readonly number[]
}

const startOf = (table: Table, { threshold, sensitive, decided }: Protection): SearchState =>
  searchStateOf(
    table,
    (count) => count > 0 && count < threshold,
    sensitive === undefined ? [] : findOneCategoryGroups(table, sensitive),
    decided,
  )

/** One whole search; another `turn` breaks ties another way. */
const search = (table: Table, protection: Protection, turn: number): Search => {
  const { level, threshold } = protection
  const ground = startOf(table, protection)
  if (turn > 0) breakTies(ground, turn)
  const goals = goalsOf(ground, level, threshold)
  if (level === "witnessed") closeSingles(ground)
  const cover = moveSetOf(ground, goals, level)
  const primaries = table.counts.filter((count) => count > 0 && count < threshold).length
  const lift = moveFinder(ground)
  const planned = level === "exact" || table.lattice.size <= 20_000
  const open = coverGoals(cover, lift, [...goals.keys()], { ...quick, planned })
  const left = planned ? open : coverGoals(cover, lift, open, { ...further, planned })
  const failed = coverGoals(cover, lift, left, { ...thorough, planned })
  for (const thrift of thriftsFor(table.lattice.size, level)) publishBack({ ground, cover, lift }, thrift)
  return { ground, cover, primaries, failed }
}

/** Whether there is something to save. */
const hasMuch = (cover: MoveSet, primaries: number): boolean => cover.suppressedCount() - primaries >= 10

/** Small tables are searched again, the more often the fewer goals they have. */
const turnsFor = (size: number, { cover, primaries }: Search): number =>
  size > small || !hasMuch(cover, primaries) ? 0 : Math.min(24, Math.floor(1500 / cover.goals().length))

/** How many searches are gone on with. */
const kept = 4

/** The cheapest first, of those for which the fewest goals are left open. */
const searches = (table: Table, protection: Protection): readonly [Search, ...Search[]] => {
  const first = search(table, protection, 0)
  if (protection.level === "exact") return [first]
  const all = [first]
  for (let turn = 1; turn <= turnsFor(table.lattice.size, first); turn++) all.push(search(table, protection, turn))
  all.sort((a, b) => a.failed.length - b.failed.length || a.cover.suppressedCount() - b.cover.suppressedCount())
  const [best = first, ...rest] = all.slice(0, kept)
  return [best, ...rest]
}

const unproved = (cells: number): TableRefused =>
  new TableRefused({
    reason: `${cells} small cells cannot be shown to be safe: coarsen a dimension, or merge small categories.`,
  })

const proofsOf = (cover: MoveSet): readonly Proof[] =>
  cover.goals().flatMap((goal) => {
    const move = cover.metBy(goal)?.move
    return move === undefined ? [] : [{ cell: cover.goalAt(goal).cell, move }]
  })

const outcomeOf = ({ suppressed, counts }: SearchState, proofs: readonly Proof[]) => {
  const hiddenZeros = suppressed.filter((is, cell) => is === 1 && counts[cell] === 0).length
  const lowerBound: 0 | 1 = hiddenZeros > 0 ? 0 : 1
  const all = suppressed.reduce((sum, each) => sum + each, 0)
  return { published: suppressed.map((each) => 1 - each), suppressed: all, proofs, hiddenZeros, lowerBound }
}

type Outcome = ReturnType<typeof outcomeOf>

/** What a search has found, with the solver's help where it has left something open or something can be saved. */
const finished = Effect.fnUntraced(function* (
  table: Table,
  protection: Protection,
  { ground, cover, primaries, failed }: Search,
) {
  const { level } = protection
  const known = proofsOf(cover)
  const isWhole = failed.length === 0 && provesGoals(ground, cover, cover.goals(), level === "witnessed")
  const { size } = table.lattice
  const isWorthTrimming =
    level === "witnessed" && size > tiny && size <= small && hasMuch(cover, primaries) && cover.suppressedCount() <= few
  if (isWhole && !isWorthTrimming) return outcomeOf(ground, known)
  const again = startOf(table, protection)
  if (isWhole) again.suppressed.set(ground.suppressed)
  const moves = [...new Set(known.map(({ move }) => move))]
  const proofs = isWhole ? known : yield* solveForProofs(again, moves, protection)
  const last = proofs !== undefined && isWorthTrimming ? yield* trimSuppression(again, proofs, protection) : proofs
  return last !== undefined && provesRequirements(again, last, protection) ? outcomeOf(again, last) : undefined
})

const nameIn = ({ lattice }: Table, name: string): boolean =>
  lattice.dimensions.some((dimension) => dimension.name === name)

/** What a table has to stand before it may leave. */
export const forRelease = { level: "witnessed", threshold: 10, sensitive: "all" } as const satisfies Protection

export const protect = Effect.fnUntraced(function* (table: Table, protection: Protection) {
  const { threshold, sensitive, decided = noPriorDecisions } = protection
  const unknown = sensitive === "all" ? undefined : sensitive?.find((name) => !nameIn(table, name))
  if (unknown !== undefined) return yield* new TableRefused({ reason: `There is no dimension ${unknown}.` })
  const all = table.counts[table.lattice.size - 1] as number
  if (!Number.isSafeInteger(threshold) || threshold < 2)
    return yield* new TableRefused({ reason: "The threshold is a whole number of 2 or more." })
  if (all < threshold)
    return yield* new TableRefused({
      reason: "There are fewer records than the threshold in all: nothing of them can be published.",
    })
  yield* checkPriorDecisions(table, decided, threshold)
  const [best, ...others] = searches(table, protection)
  let last: Outcome | undefined
  for (const each of table.lattice.size > tiny ? [best, ...others] : [best]) {
    const found: Outcome | undefined = yield* finished(table, protection, each)
    if (found !== undefined && found.suppressed < (last?.suppressed ?? Number.POSITIVE_INFINITY)) last = found
  }
  if (last === undefined) return yield* unproved(Math.max(1, best.failed.length))
  const made: ProtectedTable = { ...protection, table, primaries: best.primaries, ...last }
  return made
})
