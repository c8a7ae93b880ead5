/** The words of a text with what the tables and the tagger say of each, as the grammar reads them. */
import type { Lexicon } from "../lexicon/lexicon.ts"
import type { SpanKind } from "../patterns/match.ts"
import type { WordFacts } from "../tagger/facts.ts"
import type { Tag } from "../tagger/tag.ts"
import type { Unit } from "../text/units.ts"

export interface Scene {
  readonly units: readonly Unit[]
  readonly words: readonly string[]
  readonly facts: readonly WordFacts[]
  readonly tags: readonly Tag[]
  readonly lexicon: Lexicon
}

/** Words `from` up to and without `to`. */
export interface Finding {
  readonly from: number
  readonly to: number
  readonly kind: SpanKind
  /** From 0 to 1. */
  readonly risk: number
}

/** Whether the word could be a name: no table knows it as an ordinary word, or it is written as a name. */
export const isNameLike = ({ facts, units, lexicon, words }: Scene, at: number): boolean => {
  const own = facts[at]
  const unit = units[at]
  if (own === undefined || unit === undefined || !unit.isWord) return false
  if (own.kind !== "" && own.kind !== "street") return false
  const word = words[at] ?? ""
  return lexicon.frequency(word) < 60 || lexicon.births(word) > 200 || (unit.case === "capital" && !unit.isFirst)
}
