/** Splits words that were run together, such as mynameisjack, where the parts are common words or names. */
import type { Lexicon } from "../lexicon/lexicon.ts"
import type { Token } from "./tokens.ts"

interface Part {
  readonly word: string
  readonly start: number
  readonly end: number
}

const shortest = 7
const longest = 60
const shortWords = new Set([
  "i",
  "a",
  "am",
  "is",
  "my",
  "me",
  "we",
  "at",
  "go",
  "to",
  "in",
  "im",
  "be",
  "no",
  "do",
  "it",
  "of",
  "on",
  "mr",
  "dr",
])

const costOf = (word: string, lexicon: Lexicon): number => {
  if (word.length < 3 && !shortWords.has(word)) return Number.POSITIVE_INFINITY
  const frequency = lexicon.frequency(word)
  if (frequency >= 1000 || shortWords.has(word)) return 14 - Math.log(frequency + 20) + 2
  const births = lexicon.births(word)
  return word.length >= 3 && births >= 800 ? 16 - Math.log(births) + 2 : Number.POSITIVE_INFINITY
}

/** Undefined where the word is one, or no split into at least three parts is certain. */
export const splitRun = (token: Token, lexicon: Lexicon): readonly Part[] | undefined => {
  const { word, start, end } = token
  if (word.length < shortest || word.length > longest || end - start !== word.length) return undefined
  if (lexicon.frequency(word) > 0 || lexicon.births(word) > 0 || lexicon.surname(word) > 0) return undefined
  if (lexicon.asName(word) > 0 || lexicon.nearWord(word) > 0 || lexicon.places.at([word], 0) !== undefined)
    return undefined
  const best: { cost: number; from: number; parts: number }[] = [{ cost: 0, from: 0, parts: 0 }]
  for (let at = 1; at <= word.length; at++) {
    let found = { cost: Number.POSITIVE_INFINITY, from: 0, parts: 0 }
    for (let from = Math.max(0, at - 14); from < at; from++) {
      const before = best[from]
      if (before === undefined || before.cost === Number.POSITIVE_INFINITY) continue
      const cost = before.cost + costOf(word.slice(from, at), lexicon)
      if (cost < found.cost) found = { cost, from, parts: before.parts + 1 }
    }
    best.push(found)
  }
  const last = best[word.length]
  if (last === undefined || last.cost === Number.POSITIVE_INFINITY || last.parts < 3) return undefined
  const parts: Part[] = []
  for (let at = word.length; at > 0; ) {
    const from = best[at]?.from ?? 0
    parts.unshift({ word: word.slice(from, at), start: start + from, end: start + at })
    at = from
  }
  return parts
}
