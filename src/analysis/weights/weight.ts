/** Describes a weight as it is kept: how it was made, and the weight of each unit. No part of it is about one child. */
import { Schema } from "effect"
import { Day } from "../../../policy/civil-day.ts"
import { vintagePattern } from "../population/population.ts"
import { marginNames } from "./units.ts"

/** `weight_` and the name are a variable's name in every package. */
export const weightName = /^[a-z][a-z0-9]{0,19}$/

const Name = Schema.String.check(Schema.isPattern(weightName))
const Factor = Schema.Number.check(Schema.isBetween({ minimum: 0, maximum: 1e9 }))

export const Weight = Schema.Struct({
  name: Name,
  vintage: Schema.String.check(Schema.isPattern(vintagePattern)),
  madeOn: Day,
  ages: Schema.Array(Schema.Int),
  groups: Schema.Array(Schema.Struct({ ages: Schema.Array(Schema.Int), bySex: Schema.Boolean })),
  margins: Schema.Array(Schema.Literals(marginNames)),
  leftOut: Schema.Array(Schema.String),
  /** The responses from which it was made: their number, and the sum of their random keys. */
  responses: Schema.Int,
  records: Schema.String.check(Schema.isPattern(/^[0-9a-f]{16}$/)),
  /** Those in the population. */
  weighted: Schema.Int,
  least: Schema.Int,
  /** The largest weight, as a multiple of the mean. */
  trim: Schema.Number,
  cut: Schema.Int,
  iterations: Schema.Int,
  effective: Schema.Number,
  /** Each margin, with how far its worst cell is from the population after trimming, as a part of it. */
  off: Schema.Array(Schema.Struct({ margin: Schema.String, off: Schema.Number })),
  /** The key of a unit, its raked weight and its trimmed weight: the mean weight is 1. */
  units: Schema.Array(Schema.Tuple([Schema.String, Factor, Factor])),
})
export type Weight = typeof Weight.Type

/** The sum of all keys, modulo 2 to the 64: another set of responses has another. */
export const recordsOf = (keys: BigUint64Array): string => {
  let sum = 0n
  for (const key of keys) sum += key
  return BigInt.asUintN(64, sum).toString(16).padStart(16, "0")
}
