/** Publishes secondaries again for as long as the solver finds proofs that do without them. */
import { Effect } from "effect"
import type { TableRefused } from "../../tables/refused.ts"
import type { Proof } from "../goals/proof.ts"
import type { Protection } from "../goals/requirement.ts"
import type { SearchState } from "../state/search-state.ts"
import { loadSolver } from "./solver.ts"
import { keepNeeded, prove } from "./solver-fallback.ts"

const none: ReadonlySet<number> = new Set()

const movesOf = (proofs: readonly Proof[]) => [...new Set(proofs.map(({ move }) => move))]

/** Reduces the suppressed cells in `ground` to those that are needed and proved. */
export const trimSuppression: (
  ground: SearchState,
  proofs: readonly Proof[],
  protection: Protection,
) => Effect.Effect<readonly Proof[], TableRefused> = Effect.fnUntraced(function* (ground, proofs, protection) {
  const { suppressed, primary, price } = ground
  const highs = yield* loadSolver
  let standing = proofs
  const secondaries = Array.from(suppressed.keys())
    .filter((cell) => suppressed[cell] === 1 && primary[cell] === 0)
    .sort((a, b) => (price[b] as number) - (price[a] as number) || a - b)
  for (const cell of secondaries) {
    if (suppressed[cell] === 0) continue
    const before = suppressed.slice()
    suppressed[cell] = 0
    const moves = movesOf(standing).filter(({ touched }) => !touched.includes(cell))
    const found = yield* prove({ highs, ground, protection, banned: none, mayGrow: false }, moves)
    if (found.stuck === undefined) standing = keepNeeded(ground, found.proofs)
    else suppressed.set(before)
  }
  return standing
})
