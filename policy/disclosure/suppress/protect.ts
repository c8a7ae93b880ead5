/** Suppresses what has to be suppressed, and shows for each small cell other records that would publish the same; or refuses. */
import { Effect } from "effect"
import { TableRefused } from "../tables/refused.ts"
import type { Table } from "../tables/tabulate.ts"
import { type Sensitive, unanimousIn } from "./attribute.ts"
import { type Cover, coverOf } from "./cover.ts"
import { goalsOf, type Level } from "./goal.ts"
import { type Ground, groundOf, never } from "./ground.ts"
import { type Effort, liftOf } from "./lift.ts"
import { publishBack } from "./publish-back.ts"
import type { Protection } from "./requirement.ts"
import { type Proof, rescued } from "./rescue.ts"
import { settle } from "./settle.ts"
import { stir } from "./stir.ts"
import { isProved, isProvedBy } from "./verify.ts"

export interface Protected extends Protection {
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
const thorough: Effort = { pay: 400, freeWidth: 1, width: Number.POSITIVE_INFINITY, rounds: true }

/** So much more is tried the fewer cells there are: a number of times, never a time. */
const thrift = (size: number, level: Level) => ({
  /** How much of the secondaries is gone through, time after time. */
  shares: level === "exact" ? [1, 0.25] : size > 20_000 ? [] : [1, 1],
  pay: size > 20_000 ? 0 : 9,
  planned: level === "exact" || size <= 20_000,
  longer: level === "witnessed" && size <= 10_000,
})

/** Whoever is alone in a cell knows its count: no move may change it but for that child's own sake. */
const closeSingles = ({ counts, price }: Ground): void => {
  counts.forEach((count, cell) => {
    if (count === 1) price[cell] = never
  })
}

interface Search {
  readonly ground: Ground
  readonly cover: Cover
  readonly primaries: number
  readonly failed: readonly number[]
}

const startOf = (table: Table, threshold: number, sensitive: Sensitive | undefined): Ground =>
  groundOf(
    table,
    (count) => count > 0 && count < threshold,
    sensitive === undefined ? [] : unanimousIn(table, sensitive),
  )

/** One whole search; another `turn` breaks ties another way. */
const search = (table: Table, { level, threshold, sensitive }: Protection, turn: number): Search => {
  const ground = startOf(table, threshold, sensitive)
  if (turn > 0) stir(ground, turn)
  const goals = goalsOf(ground, level, threshold)
  if (level === "witnessed") closeSingles(ground)
  const cover = coverOf(ground, goals)
  const primaries = ground.primary.filter((is, cell) => is === 1 && (table.counts[cell] as number) > 0).length
  const lift = liftOf(ground)
  const { shares, pay, longer, planned } = thrift(table.lattice.size, level)
  const open = settle(cover, lift, [...goals.keys()], { ...quick, planned })
  const failed = settle(cover, lift, open, { ...thorough, planned })
  const effort: Effort = { ...quick, pay, rounds: longer && turn === 0 }
  for (const share of shares) publishBack({ ground, cover, lift }, { effort, level: pay > 0, share })
  return { ground, cover, primaries, failed }
}

/** Small tables are searched again, the more often the fewer goals they have, where there is something to save. */
const turnsFor = (size: number, { cover, primaries }: Search): number =>
  size > 2000 || cover.suppressedCount() - primaries < 10 ? 0 : Math.min(24, Math.floor(1500 / cover.goals().length))

const cheapest = (table: Table, protection: Protection): Search => {
  const first = search(table, protection, 0)
  if (protection.level === "exact") return first
  let best = first
  for (let turn = 1; turn <= turnsFor(table.lattice.size, first); turn++) {
    const next = search(table, protection, turn)
    if (
      next.failed.length < best.failed.length ||
      (next.failed.length === best.failed.length && next.cover.suppressedCount() < best.cover.suppressedCount())
    )
      best = next
  }
  return best
}

const unproved = (cells: number): TableRefused =>
  new TableRefused({
    reason: `${cells} small cells cannot be shown to be safe: coarsen a dimension, or merge small categories.`,
  })

const proofsOf = (cover: Cover): readonly Proof[] =>
  cover.goals().flatMap((goal) => {
    const move = cover.metBy(goal)?.move
    return move === undefined ? [] : [{ cell: cover.goalAt(goal).cell, move }]
  })

const outcomeOf = ({ suppressed, counts }: Ground, proofs: readonly Proof[]) => {
  const hiddenZeros = suppressed.filter((is, cell) => is === 1 && counts[cell] === 0).length
  const lowerBound: 0 | 1 = hiddenZeros > 0 ? 0 : 1
  return { published: suppressed.map((each) => 1 - each), proofs, hiddenZeros, lowerBound }
}

const nameIn = ({ lattice }: Table, name: string): boolean =>
  lattice.dimensions.some((dimension) => dimension.name === name)

/** What a table has to stand before it may leave. */
export const forRelease = { level: "witnessed", threshold: 10, sensitive: "all" } as const satisfies Protection

export const protect = Effect.fnUntraced(function* (table: Table, protection: Protection) {
  const { level, threshold, sensitive } = protection
  const unknown = sensitive === "all" ? undefined : sensitive?.find((name) => !nameIn(table, name))
  if (unknown !== undefined) return yield* new TableRefused({ reason: `There is no dimension ${unknown}.` })
  const all = table.counts[table.lattice.size - 1] as number
  if (!Number.isSafeInteger(threshold) || threshold < 2)
    return yield* new TableRefused({ reason: "The threshold is a whole number of 2 or more." })
  if (all < threshold)
    return yield* new TableRefused({
      reason: "There are fewer records than the threshold in all: nothing of them can be published.",
    })
  const { ground, cover, primaries, failed } = cheapest(table, protection)
  const shared = { ...protection, table, primaries }
  if (failed.length === 0) {
    if (!isProved(ground, cover, cover.goals(), level === "witnessed")) return yield* unproved(1)
    return { ...shared, suppressed: cover.suppressedCount(), ...outcomeOf(ground, proofsOf(cover)) } satisfies Protected
  }
  const again = startOf(table, threshold, sensitive)
  const moves = [...new Set(proofsOf(cover).map(({ move }) => move))]
  const proofs = yield* rescued(again, moves, protection)
  if (proofs === undefined || !isProvedBy(again, proofs, protection)) return yield* unproved(failed.length)
  const suppressed = again.suppressed.reduce((sum, each) => sum + each, 0)
  return { ...shared, suppressed, ...outcomeOf(again, proofs) } satisfies Protected
})
