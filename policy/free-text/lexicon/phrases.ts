/** Finds the longest phrase of a table at a word, such as a place of two words. */

export interface Found {
  /** How many words the phrase has. */
  readonly length: number
  readonly value: string
}

export interface Phrases {
  readonly at: (words: readonly string[], from: number) => Found | undefined
  readonly size: number
}

const most = 5

export const phrasesFrom = (rows: Iterable<readonly [string, string]>): Phrases => {
  const values = new Map<string, string>()
  const longest = new Map<string, number>()
  for (const [phrase, value] of rows) {
    values.set(phrase, value)
    const space = phrase.indexOf(" ")
    const first = space === -1 ? phrase : phrase.slice(0, space)
    let length = 1
    for (let at = space; at !== -1; at = phrase.indexOf(" ", at + 1)) length += 1
    if (length > (longest.get(first) ?? 0)) longest.set(first, Math.min(length, most))
  }
  return {
    size: values.size,
    at: (words, from) => {
      const first = words[from]
      if (first === undefined) return undefined
      for (let length = longest.get(first) ?? 0; length > 0; length--) {
        if (from + length > words.length) continue
        const value = values.get(length === 1 ? first : words.slice(from, from + length).join(" "))
        if (value !== undefined) return { length, value }
      }
      return undefined
    },
  }
}
