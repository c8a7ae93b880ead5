/** How a child goes about a form: most answer nearly everything, some skip, some decline, a few stop half-way. */
import type { Random } from "./random.ts"

/** Probabilities that a question is left blank, opted out of, or not known. */
export interface Temper {
  readonly blank: number
  readonly optOut: number
  readonly dontKnow: number
  /** The share of the form after which nothing more is answered. */
  readonly stopsAfter: number
}

const steady: Temper = { blank: 0.03, optOut: 0.03, dontKnow: 0.04, stopsAfter: 1 }
const skipping: Temper = { ...steady, blank: 0.4 }
const reserved: Temper = { ...steady, optOut: 0.6 }
const unsure: Temper = { ...steady, dontKnow: 0.4 }

export const temper = (random: Random): Temper => {
  const kind = random.below(100)
  if (kind < 75) return steady
  if (kind < 82) return skipping
  if (kind < 89) return reserved
  if (kind < 94) return unsure
  return { ...steady, stopsAfter: random.below(100) / 100 }
}
