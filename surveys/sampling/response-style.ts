/** Chooses how a child fills in a form: most answer nearly everything, some skip, some decline, a few stop half-way. */
import type { Random } from "./random.ts"

/** Probabilities of a blank, the opt-out and "I don't know". */
export interface ResponseStyle {
  readonly blank: number
  readonly optOut: number
  readonly dontKnow: number
  /** The share of the form after which the child stops. */
  readonly stopsAfter: number
}

const steady: ResponseStyle = { blank: 0.03, optOut: 0.03, dontKnow: 0.04, stopsAfter: 1 }
const skipping: ResponseStyle = { ...steady, blank: 0.4 }
const reserved: ResponseStyle = { ...steady, optOut: 0.6 }
const unsure: ResponseStyle = { ...steady, dontKnow: 0.4 }

export const responseStyle = (random: Random): ResponseStyle => {
  const kind = random.below(100)
  if (kind < 75) return steady
  if (kind < 82) return skipping
  if (kind < 89) return reserved
  if (kind < 94) return unsure
  return { ...steady, stopsAfter: random.below(100) / 100 }
}
