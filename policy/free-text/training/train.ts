/** Trains the weights on composed texts: a linear model of four labels, with steps that shrink as a feature is seen. */
import type { Lexicon } from "../lexicon/lexicon.ts"
import { factsOf } from "../tagger/facts.ts"
import { featuresOf, hashed } from "../tagger/features.ts"
import { buckets } from "../tagger/hash.ts"
import { bestOf, softmax } from "../tagger/tag.ts"
import { type Label, labels, type Weights } from "../tagger/weights.ts"
import { fold } from "../text/fold.ts"
import { tokensOf } from "../text/tokens.ts"
import { type Unit, unitsOf } from "../text/units.ts"
import { type Corpus, compose, type Manner, type Sample } from "./compose.ts"
import { randomFrom } from "./random.ts"

export interface Plan {
  readonly texts: number
  readonly seed: number
  /** Share of sentences from the identifying templates. */
  readonly share: number
  readonly manner: Manner
}

const rate = 0.35
const decay = 2e-6

/** The label of each word: that of the span around it. */
const goldOf = (
  { text, spans }: Sample,
  lexicon: Lexicon,
): { readonly units: readonly Unit[]; readonly gold: readonly Label[] } => {
  const folded = fold(text)
  const units = unitsOf(tokensOf(folded), lexicon)
  const gold = units.map(({ start }): Label => {
    const at = folded.starts[start] ?? 0
    return spans.find((span) => at >= span.start && at < span.end)?.label ?? "O"
  })
  return { units, gold }
}

export const train = (corpus: Corpus, lexicon: Lexicon, plan: Plan): Weights => {
  const size = labels.length
  const values = new Float32Array(buckets * size)
  const squares = new Float32Array(buckets * size).fill(0.1)
  const random = randomFrom(plan.seed)
  for (let done = 0; done < plan.texts; done++) {
    const { units, gold } = goldOf(compose(corpus, plan.manner, plan.share, random), lexicon)
    const facts = factsOf(units, lexicon)
    const all = hashed(units, facts)
    let before = "^"
    for (let at = 0; at < units.length; at++) {
      const features = featuresOf(all, facts, at, before)
      const sums = labels.map(() => 0)
      for (const bucket of features)
        for (let label = 0; label < size; label++)
          sums[label] = (sums[label] ?? 0) + (values[bucket * size + label] ?? 0)
      const shares = softmax(sums)
      const wanted = labels.indexOf(gold[at] ?? "O")
      for (let label = 0; label < size; label++) {
        const slope = (shares[label] ?? 0) - (label === wanted ? 1 : 0)
        if (Math.abs(slope) < 0.01) continue
        for (const bucket of features) {
          const place = bucket * size + label
          const pull = slope + decay * (values[place] ?? 0)
          const square = (squares[place] ?? 0) + pull * pull
          squares[place] = square
          values[place] = (values[place] ?? 0) - (rate * pull) / Math.sqrt(square)
        }
      }
      before = random.isUnder(0.5) ? (gold[at] ?? "O") : bestOf(shares)
    }
  }
  return quantise(values)
}

/** To signed bytes: the largest weights are cut off at 1.5. */
const quantise = (values: Float32Array): Weights => {
  const scale = 1.5 / 127
  const bytes = new Int8Array(values.length)
  for (const [at, value] of values.entries()) bytes[at] = Math.max(-127, Math.min(127, Math.round(value / scale)))
  return { scale, values: bytes }
}
