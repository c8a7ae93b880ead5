/** Holds one independent part of the equations during its audit: bounds, observed ranges and the solver. */
import type { Highs } from "highs"
import type { Bounds } from "./bounds.ts"
import type { ObservedRange } from "./observed-range.ts"
import { type AuditRefused, refuseAudit } from "./refused.ts"
import type { Equations } from "./system.ts"

export interface AuditComponent {
  readonly highs: Highs
  readonly seconds: number
  readonly equations: Equations
  readonly bounds: Bounds
  readonly observed: ObservedRange
  /** The columns that have no upper bound. */
  readonly unbounded: ReadonlySet<number>
}

export const sides = ["lower", "upper"] as const
export type Side = (typeof sides)[number]

export const unprovedAnswer = (): AuditRefused =>
  refuseAudit("unproved", "an answer of the solver could not be proved", "Audit fewer tables at once")
