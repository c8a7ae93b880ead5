/** A token shaped as a UUID of version 4, made of the sample's own chance so that a seed gives the same tokens again. */
import type { Random } from "./random.ts"

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.below(16).toString(16)).join("")

export const token = (random: Random): string =>
  [
    digits(random, 8),
    digits(random, 4),
    `4${digits(random, 3)}`,
    `${random.pick(["8", "9", "a", "b"])}${digits(random, 3)}`,
    digits(random, 12),
  ].join("-")
