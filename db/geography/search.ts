/** Finds a row by words of its name and town, begun or misspelt; a screenful, best first, in a few milliseconds. */
import type { Registered } from "../../policy/register.ts"
import { mayBeWithin, signsOf, slipsTo } from "./slip-count.ts"

/** Rows on a screen. */
const screenful = 8

/** Words looked for; more are not read. */
const mostWords = 8

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/['\u2019]|\p{M}/gu, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => (word === "saint" ? "st" : word))

/** Slips forgiven in a word of this length. */
const forgiven = (word: string): number => (word.length >= 8 ? 2 : Number(word.length >= 4))

/** By row: how well a sought word finds it (whole, begun, misspelt), or 0. */
type Hits = Uint8Array

const begun = (word: string, sought: string): number => {
  if (word === sought) return 8
  return word.startsWith(sought) ? 6 : 0
}

interface Found {
  readonly row: number
  readonly points: number
  readonly length: number
}

const byWorth = (one: Found, other: Found): number =>
  other.points - one.points || one.length - other.length || one.row - other.row

/** Keeps the best, so that thousands need no sorting. */
const keep = (best: Found[], found: Found): void => {
  const worst = best.at(-1)
  if (worst && best.length === screenful && byWorth(worst, found) < 0) return
  best.push(found)
  best.sort(byWorth)
  best.length = Math.min(best.length, screenful)
}

const postingsOf = (rows: readonly Registered[]): ReadonlyMap<string, readonly number[]> => {
  const byWord = new Map<string, number[]>()
  for (const [row, { words }] of rows.entries())
    for (const word of new Set(wordsOf(words))) {
      const found = byWord.get(word)
      if (found) found.push(row)
      else byWord.set(word, [row])
    }
  return byWord
}

export const searchOf = (rows: readonly Registered[]): ((words: string) => readonly Registered[]) => {
  const vocabulary = Array.from(postingsOf(rows), ([word, found]) => ({ word, found, signs: signsOf(word) }))
  const lengths = rows.map(({ words }) => words.length)

  const hitsOf = (sought: string): Hits => {
    const hits = new Uint8Array(rows.length)
    let some = false
    const mark = (found: readonly number[], points: number) => {
      some = true
      for (const row of found) hits[row] = Math.max(points, hits[row] ?? 0)
    }
    for (const { word, found } of vocabulary) {
      const points = begun(word, sought)
      if (points > 0) mark(found, points)
    }
    const most = forgiven(sought)
    if (some || most === 0) return hits
    const own = signsOf(sought)
    for (const { word, found, signs } of vocabulary) {
      const slips = mayBeWithin(own, signs, most) ? slipsTo(sought, word, most) : most + 1
      if (slips <= most) mark(found, 4 - slips)
    }
    return hits
  }

  return (words) => {
    const hits = wordsOf(words).slice(0, mostWords).map(hitsOf)
    if (hits.length === 0) return []
    const best: Found[] = []
    for (let row = 0; row < rows.length; row++) {
      let points = 0
      for (const each of hits) {
        const more = each[row] ?? 0
        points = more === 0 ? -1 : points + more
        if (points < 0) break
      }
      if (points > 0) keep(best, { row, points, length: lengths[row] ?? 0 })
    }
    return best.flatMap(({ row }) => rows[row] ?? []).map(({ code, words }) => ({ code, words }))
  }
}
