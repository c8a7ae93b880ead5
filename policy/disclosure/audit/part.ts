/** One part of the system as its audit goes on: what bounds it, what has been seen of it, and who may be asked about it. */
import type { Highs } from "highs"
import type { Bounds } from "./bounds.ts"
import type { Found } from "./found.ts"
import { type AuditRefused, refused } from "./refused.ts"
import type { Equations } from "./system.ts"

export interface Part {
  readonly highs: Highs
  readonly seconds: number
  readonly equations: Equations
  readonly bounds: Bounds
  readonly found: Found
  /** The columns that have no upper bound. */
  readonly grows: ReadonlySet<number>
}

export const sides = ["lower", "upper"] as const
export type Side = (typeof sides)[number]

export const unproved = (): AuditRefused =>
  refused("unproved", "an answer of the solver could not be proved", "Audit fewer tables at once")
