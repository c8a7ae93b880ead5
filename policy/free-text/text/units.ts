/** The words of a text in order, each with the sign before it; words that were run together are apart. */
import type { Lexicon } from "../lexicon/lexicon.ts"
import { splitRun } from "./run-together.ts"
import type { Token } from "./tokens.ts"

export interface Unit extends Token {
  /** The last sign since the word before: empty for a space. */
  readonly before: string
}

const figures: Readonly<Record<string, string>> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t" }

/** A name with a figure in it: J4ck, m3gan. Undefined where the letters make no name. */
const nameWithFigure = (tokens: readonly Token[], at: number, lexicon: Lexicon): Token | undefined => {
  const parts: Token[] = []
  for (let to = at; to < at + 5 && tokens[to] !== undefined; to++) {
    const part = tokens[to]
    if (part === undefined || !/^[a-z0-9]/.test(part.word) || (to > at && parts.at(-1)?.end !== part.start)) break
    parts.push(part)
  }
  const [first] = parts
  const last = parts.at(-1)
  if (first === undefined || last === undefined || parts.length < 2) return undefined
  const written = parts.map(({ word }) => word).join("")
  const word = [...written].map((sign) => figures[sign] ?? sign).join("")
  const isName = /^[a-z]{3,}$/.test(word) && lexicon.births(word) > 100 && lexicon.frequency(word) < 1000
  return isName && /^[a-z].*[a-z]/.test(written)
    ? { ...first, word, end: last.end, isWord: true, isPossessive: last.isPossessive }
    : undefined
}

export const unitsOf = (tokens: readonly Token[], lexicon: Lexicon): readonly Unit[] => {
  const units: Unit[] = []
  let before = ""
  let until = 0
  for (const [at, read] of tokens.entries()) {
    if (read.start < until) continue
    const token = nameWithFigure(tokens, at, lexicon) ?? read
    until = token.end
    const isNumber = /^[0-9]/.test(token.word)
    if (!token.isWord && !isNumber) {
      before = token.word
      continue
    }
    const parts = isNumber ? undefined : splitRun(token, lexicon)
    if (parts === undefined) units.push({ ...token, before })
    else
      for (const [at, part] of parts.entries())
        units.push({ ...token, ...part, isFirst: token.isFirst && at === 0, before: at === 0 ? before : "" })
    before = ""
  }
  return units
}
