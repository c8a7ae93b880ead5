/** Gives each word of a text the probability of each label, from left to right. */
import type { Lexicon } from "../lexicon/lexicon.ts"
import type { Unit } from "../text/units.ts"
import { factsOf, type WordFacts } from "./facts.ts"
import { featuresOf, hashed } from "./features.ts"
import { type Label, labels, type Weights } from "./weights.ts"

export interface Tag {
  readonly label: Label
  /** Of each label, in their order; the sum is 1. */
  readonly shares: readonly number[]
}

/** Turns sums into shares. */
export const softmax = (sums: readonly number[]): readonly number[] => {
  const most = Math.max(...sums)
  const powers = sums.map((sum) => Math.exp(sum - most))
  const total = powers.reduce((all, power) => all + power, 0)
  return powers.map((power) => power / total)
}

export const bestOf = (shares: readonly number[]): Label => {
  let best = 0
  for (const [at, share] of shares.entries()) if (share > (shares[best] ?? 0)) best = at
  return labels[best] ?? "O"
}

export const tag = (
  units: readonly Unit[],
  lexicon: Lexicon,
  { scale, values }: Weights,
): { readonly tags: readonly Tag[]; readonly facts: readonly WordFacts[] } => {
  const facts = factsOf(units, lexicon)
  const all = hashed(units, facts)
  const tags: Tag[] = []
  let before: string = "^"
  for (let at = 0; at < units.length; at++) {
    const sums = labels.map(() => 0)
    for (const bucket of featuresOf(all, facts, at, before))
      for (let label = 0; label < sums.length; label++)
        sums[label] = (sums[label] ?? 0) + (values[bucket * labels.length + label] ?? 0)
    const shares = softmax(sums.map((sum) => sum * scale))
    const label = bestOf(shares)
    tags.push({ label, shares })
    before = label
  }
  return { tags, facts }
}
