/** Where moves nearby are not enough, asks the solver for each that is missing, and suppresses as much more as it takes. */
import { Effect } from "effect"
import type { Highs } from "highs"
import type { TableRefused } from "../../tables/refused.ts"
import type { Proof } from "../goals/proof.ts"
import {
  meetsRequirement,
  type Protection,
  type Requirement,
  requirementsOf,
  unconvincedInsiders,
} from "../goals/requirement.ts"
import type { Move } from "../moves/move.ts"
import { neighbouringLeaves } from "../moves/neighbours.ts"
import { forbidden, type SearchState } from "../state/search-state.ts"
import { type Allowance, moveFrom, programFor } from "./program.ts"
import { loadSolver, solveInIntegers } from "./solver.ts"

export interface SolverContext {
  readonly highs: Highs
  readonly ground: SearchState
  readonly protection: Protection
  /** Cells that stay published, whatever it costs. */
  readonly banned: ReadonlySet<number>
  readonly mayGrow: boolean
}

type Stays = (leaf: number) => boolean

const payOf = ({ suppressed, price }: SearchState, { touched }: Move): number =>
  touched.reduce((sum, cell) => sum + (suppressed[cell] === 1 ? 0 : (price[cell] as number)), 0)

/** The move that costs the least, either way where either will do. */
const solveForMove = Effect.fnUntraced(function* (
  { highs, ground, protection, banned, mayGrow }: SolverContext,
  { cell, direction, need }: Requirement,
  stays: Stays,
) {
  const grand = ground.counts.length - 1
  const priceOf = (each: number): number | undefined => {
    const price = ground.price[each] as number
    return mayGrow && each !== grand && price < forbidden && !banned.has(each) ? price : undefined
  }
  const room: Allowance = {
    leaves: neighbouringLeaves(ground, cell).filter(
      (leaf) => ground.suppressed[leaf] === 1 || priceOf(leaf) !== undefined,
    ),
    most: Math.min(ground.counts[grand] as number, 8 * protection.threshold),
    priceOf,
  }
  if (room.leaves.length === 0) return undefined
  let best: Move | undefined
  for (const way of direction === 0 ? ([1, -1] as const) : [direction]) {
    const sought = { cell, direction: way, need, stays }
    const numbers: Float64Array | undefined = yield* solveInIntegers(
      highs,
      programFor(ground, sought, room),
      protection.seconds,
    )
    const move = numbers === undefined ? undefined : moveFrom(ground, sought, room, numbers)
    if (move !== undefined && (best === undefined || payOf(ground, move) < payOf(ground, best))) best = move
    if (best !== undefined && payOf(ground, best) === 0) break
  }
  return best
})

/** One that leaves every child alone in a cell where it is if there is one, and else one that some of them doubt. */
const findProofMove = Effect.fnUntraced(function* (
  asking: SolverContext,
  wanted: Requirement,
  doubting: ReadonlySet<number> | undefined,
) {
  const { ground, protection } = asking
  if (protection.level === "exact") return yield* solveForMove(asking, wanted, () => false)
  const own = ground.lone[wanted.cell]
  if (doubting !== undefined) {
    const next = Math.min(...doubting)
    return yield* solveForMove(asking, wanted, (leaf) => leaf === next)
  }
  const still = yield* solveForMove(asking, wanted, (leaf) => leaf !== own)
  return still ?? (yield* solveForMove(asking, wanted, () => false))
})

/** Without those that the others make needless. */
const dropNeedless = (
  ground: SearchState,
  { level }: Protection,
  cell: number,
  heard: readonly Move[],
): readonly Move[] => {
  const isEnough = (moves: readonly Move[]): boolean =>
    moves.length > 0 &&
    moves.map((move) => unconvincedInsiders(ground, level, move, cell)).reduce((some, more) => some.intersection(more))
      .size === 0
  return heard.reduce((left, move) => {
    const others = left.filter((each) => each !== move)
    return isEnough(others) ? others : left
  }, heard)
}

/** Proofs for every suppressed cell, the newly suppressed ones included; or the first cell without a proof. */
export const prove = Effect.fnUntraced(function* (asking: SolverContext, moves: readonly Move[]) {
  const { ground, protection } = asking
  const { suppressed } = ground
  const changing = new Map<number, Move[]>()
  const queue: number[] = []
  const take = (move: Move): void => {
    for (const cell of move.touched) {
      const others = changing.get(cell)
      if (others === undefined) changing.set(cell, [move])
      else others.push(move)
      if (suppressed[cell] === 1) continue
      suppressed[cell] = 1
      queue.push(cell)
    }
  }
  suppressed.forEach((is, cell) => {
    if (is === 1) queue.push(cell)
  })
  for (const move of moves) take(move)
  const proofs: Proof[] = []
  for (let at = 0; at < queue.length; at++) {
    const cell = queue[at] as number
    for (const wanted of requirementsOf(ground, protection, cell)) {
      let doubting: ReadonlySet<number> | undefined
      const heard: Move[] = []
      const hear = (move: Move): void => {
        const doubters = unconvincedInsiders(ground, protection.level, move, cell)
        const left = doubting?.intersection(doubters) ?? doubters
        if (left.size === doubting?.size) return
        if (doubters.size === 0) heard.length = 0
        heard.push(move)
        doubting = left
      }
      const isConvincing = (): boolean => doubting?.size === 0
      for (const move of changing.get(cell) ?? []) if (!isConvincing() && meetsRequirement(move, wanted)) hear(move)
      while (!isConvincing()) {
        const move: Move | undefined = yield* findProofMove(asking, wanted, doubting)
        if (move === undefined) return { stuck: cell, proofs }
        take(move)
        hear(move)
      }
      for (const move of dropNeedless(ground, protection, cell, heard)) proofs.push({ cell, move })
    }
  }
  return { stuck: undefined, proofs }
})

/** Only cells that the primaries' proofs change, or the proofs of those, have to be suppressed. */
export const keepNeeded = ({ suppressed, primary }: SearchState, proofs: readonly Proof[]): readonly Proof[] => {
  const proving = Map.groupBy(proofs, ({ cell }) => cell)
  const queue = Array.from(primary.keys()).filter((cell) => primary[cell] === 1)
  const needed = new Set(queue)
  for (let at = 0; at < queue.length; at++)
    for (const { move } of proving.get(queue[at] as number) ?? [])
      for (const cell of move.touched)
        if (!needed.has(cell)) {
          needed.add(cell)
          queue.push(cell)
        }
  suppressed.forEach((_, cell) => {
    suppressed[cell] = needed.has(cell) ? 1 : 0
  })
  return proofs.filter(({ cell }) => needed.has(cell))
}

/** Most unprovable cells that are set aside, one after another, before only the minimum is published. */
const settingsAside = 3
/** Tables of more cells than this are not suppressed as a whole. */
const small = 1_500

/** Undefined when a primary cannot be proved. Leaves the cells suppressed for it in `ground`. */
export const solveForProofs: (
  ground: SearchState,
  moves: readonly Move[],
  protection: Protection,
) => Effect.Effect<readonly Proof[] | undefined, TableRefused> = Effect.fnUntraced(
  function* (ground, moves, protection) {
    const { suppressed, primary, counts, price } = ground
    const highs = yield* loadSolver
    let banned = new Set<number>()
    for (let time = 0; time <= settingsAside; time++) {
      suppressed.set(primary)
      const usable = moves.filter(({ touched }) => !touched.some((cell) => banned.has(cell)))
      const { stuck, proofs } = yield* prove({ highs, ground, protection, banned, mayGrow: true }, usable)
      if (stuck === undefined) return keepNeeded(ground, proofs)
      if (primary[stuck] === 1) break
      banned.add(stuck)
    }
    banned = new Set()
    while (counts.length <= small) {
      suppressed.set(
        price.map((cost, cell) => (cost < forbidden && !banned.has(cell) && cell < counts.length - 1 ? 1 : 0)),
      )
      const { stuck, proofs } = yield* prove({ highs, ground, protection, banned, mayGrow: false }, [])
      if (stuck === undefined) return keepNeeded(ground, proofs)
      if (primary[stuck] === 1) break
      banned.add(stuck)
    }
    return undefined
  },
)
