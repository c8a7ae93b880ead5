/** A cell, and a move that shows that it could hold another count. */
import type { Move } from "../moves/move.ts"

export interface Proof {
  readonly cell: number
  readonly move: Move
}
