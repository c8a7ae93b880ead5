/** Searches a register by words of a name and town, incomplete or misspelt; returns a screenful, best first, in milliseconds. */
import type { RegisterEntry } from "../../policy/response/registers.ts"
import { editsToBeginning, mayBeWithin, signsOf } from "../edit-distance.ts"

/** Rows that fit on a screen. */
const screenful = 8

/** Further words of a search are ignored. */
const mostWords = 8

/** Marks that keyboards write for an apostrophe, and accents. */
const apostrophe = /['`\u00b4\u02b9-\u02bd\u2018\u2019\u201b\u2032\u2035\uff07]|\p{M}/gu

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(apostrophe, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => (word === "saint" ? "st" : word))

/** Edits allowed in a word of this length. */
const allowedEdits = (word: string): number => (word.length >= 8 ? 2 : Number(word.length >= 4))

/** By row: how well it matches a sought word (whole, beginning, misspelt), or 0. */
type Hits = Uint8Array

const pointsOf = (word: string, sought: string): number => {
  if (word === sought) return 8
  return word.startsWith(sought) ? 6 : 0
}

interface Match {
  readonly row: number
  readonly points: number
  readonly length: number
}

const byWorth = (one: Match, other: Match): number =>
  other.points - one.points || one.length - other.length || one.row - other.row

/** Keeps only the best, so that thousands need no sorting. */
const keep = (best: Match[], match: Match): void => {
  const worst = best.at(-1)
  if (worst && best.length === screenful && byWorth(worst, match) < 0) return
  best.push(match)
  best.sort(byWorth)
  best.length = Math.min(best.length, screenful)
}

const postingsOf = (rows: readonly RegisterEntry[]): ReadonlyMap<string, readonly number[]> => {
  const byWord = new Map<string, number[]>()
  for (const [row, { words }] of rows.entries())
    for (const word of new Set(wordsOf(words))) {
      const postings = byWord.get(word)
      if (postings) postings.push(row)
      else byWord.set(word, [row])
    }
  return byWord
}

export const searchOf = (rows: readonly RegisterEntry[]): ((words: string) => readonly RegisterEntry[]) => {
  const vocabulary = Array.from(postingsOf(rows), ([word, postings]) => ({ word, postings, signs: signsOf(word) }))
  const lengths = rows.map(({ words }) => words.length)

  const hitsOf = (sought: string): Hits => {
    const hits = new Uint8Array(rows.length)
    let isFound = false
    const mark = (postings: readonly number[], points: number) => {
      isFound = true
      for (const row of postings) hits[row] = Math.max(points, hits[row] ?? 0)
    }
    for (const { word, postings } of vocabulary) {
      const points = pointsOf(word, sought)
      if (points > 0) mark(postings, points)
    }
    const most = allowedEdits(sought)
    if (isFound || most === 0) return hits
    const own = signsOf(sought)
    for (const { word, postings, signs } of vocabulary) {
      const edits = mayBeWithin(own, signs, most) ? editsToBeginning(sought, word, most) : most + 1
      if (edits <= most) mark(postings, 4 - edits)
    }
    return hits
  }

  return (words) => {
    const hits = wordsOf(words).slice(0, mostWords).map(hitsOf)
    if (hits.length === 0) return []
    const best: Match[] = []
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
