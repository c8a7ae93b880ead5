/** Suggests the names most like a mistyped one, on any Node: by the pairs of letters that they share. */

const pairsOf = (name) =>
  new Set(Array.from({ length: Math.max(name.length - 1, 0) }, (_, at) => name.slice(at, at + 2)))

const likeness = (left, right) => {
  const [a, b] = [pairsOf(left), pairsOf(right)]
  return (2 * [...a].filter((pair) => b.has(pair)).length) / Math.max(a.size + b.size, 1)
}

/** At most two; a name that holds the mistyped one whole counts as like it. */
export const alike = (mistyped, names) =>
  names
    .map((name) => ({ name, score: likeness(mistyped, name) + (mistyped !== "" && name.includes(mistyped) ? 1 : 0) }))
    .filter(({ score }) => score > 0.4)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 2)
    .map(({ name }) => name)
