/** Finds the weight of the heaviest entry of a list that is one slip of the pen away from a word. */

/** An entry with one letter left out, added, changed, or changed with its neighbour. */
export interface Near {
  readonly of: (word: string) => number
}

const shortest = 4

const without = (word: string, at: number): string => word.slice(0, at) + word.slice(at + 1)

export const nearOf = (entries: Iterable<readonly [string, number]>): Near => {
  const weights = new Map<string, number>()
  const note = (key: string, weight: number): void => {
    if (weight > (weights.get(key) ?? 0)) weights.set(key, weight)
  }
  for (const [word, weight] of entries)
    if (word.length >= shortest) {
      note(word, weight)
      for (let at = 0; at < word.length; at++) note(without(word, at), weight)
    }
  const memo = new Map<string, number>()
  const look = (word: string): number => {
    if (word.length < shortest) return 0
    let best = weights.get(word) ?? 0
    for (let at = 0; at < word.length; at++) {
      best = Math.max(best, weights.get(without(word, at)) ?? 0)
      const next = word[at + 1]
      if (next !== undefined && next !== word[at])
        best = Math.max(best, weights.get(word.slice(0, at) + next + word[at] + word.slice(at + 2)) ?? 0)
    }
    return best
  }
  return {
    of: (word) => {
      const known = memo.get(word)
      if (known !== undefined) return known
      const weight = look(word)
      if (memo.size > 50_000) memo.clear()
      memo.set(word, weight)
      return weight
    },
  }
}
