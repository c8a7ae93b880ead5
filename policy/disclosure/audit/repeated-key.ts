/** Finds a key that a JSON object repeats: a parser would silently use the last value. */

const token = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g

/** Expects valid JSON. */
export const repeatedKey = (text: string): string | undefined => {
  const open: (Set<string> | undefined)[] = []
  let last: string | undefined
  for (const [mark] of text.matchAll(token)) {
    if (mark === "{") open.push(new Set())
    else if (mark === "[") open.push(undefined)
    else if (mark === "}" || mark === "]") open.pop()
    else if (mark !== ":") last = mark
    else if (last !== undefined) {
      const keys = open.at(-1)
      const key: string = JSON.parse(last)
      if (keys?.has(key)) return key
      keys?.add(key)
    }
  }
  return undefined
}
