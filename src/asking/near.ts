/** The names that somebody may have meant by one that there is not, the nearest first. */

/** How many letters must change, come or go. */
const distance = (a: string, b: string): number => {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [row, letter] of [...a].entries()) {
    const now = [row + 1]
    for (const [at, other] of [...b].entries())
      now.push(Math.min((now[at] ?? 0) + 1, (before[at + 1] ?? 0) + 1, (before[at] ?? 0) + (letter === other ? 0 : 1)))
    before = now
  }
  return before.at(-1) ?? 0
}

const mostNamed = 5

/** Those that begin as it does, and those that are a slip or two away. */
export const near = (given: string, names: readonly string[]): readonly string[] => {
  const wanted = given.toLowerCase()
  const far = Math.max(2, Math.floor(wanted.length / 3))
  return names
    .map((name) => {
      const known = name.toLowerCase()
      return { name, far: wanted.length > 1 && known.startsWith(wanted) ? 0 : distance(wanted, known) }
    })
    .filter((each) => each.far <= far)
    .toSorted((a, b) => a.far - b.far)
    .slice(0, mostNamed)
    .map(({ name }) => name)
}

export const meant = (names: readonly string[]): string => (names.length === 0 ? "" : ` Near it: ${names.join(", ")}.`)
