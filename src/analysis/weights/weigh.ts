/** Gives each response the weight that its unit has in a weight, if it was made of these very responses. */
import { Effect } from "effect"
import type { Columns } from "../../../db/evidence/columns/read-columns.ts"
import type { Design } from "../statistics/design.ts"
import { unitsOf } from "./units.ts"
import { recordsOf, type Weight } from "./weight.ts"
import { NoSuchWeight } from "./weight-folder.ts"

export interface Weighed {
  /** The unit of each response; -1 for one that has no weight. */
  readonly unitOf: Int32Array
  readonly design: Design
}

/** The columns hold the variables of a weight. */
export const weigh = Effect.fnUntraced(function* (columns: Columns, weight: Weight) {
  if (weight.responses !== columns.responses || weight.records !== recordsOf(columns.keys))
    return yield* new NoSuchWeight({
      reason: `The weight ${weight.name} was made from other responses: make it again under a new name.`,
    })
  const { unitOf, keys, margins } = unitsOf(columns, weight)
  const known = new Map(weight.units.map(([key, raked, trimmed]) => [key, { raked, trimmed }]))
  const found = keys.map((key) => known.get(key) ?? { raked: 0, trimmed: 0 })
  return {
    unitOf,
    design: {
      weights: Float64Array.from(found, ({ trimmed }) => trimmed),
      raked: Float64Array.from(found, ({ raked }) => raked),
      margins,
    },
  } satisfies Weighed
})

/** NaN for a response without one. */
export const weightOfEach = ({ unitOf, design }: Weighed): Float64Array =>
  Float64Array.from(unitOf, (unit) => design.weights[unit] ?? Number.NaN)
