/** Suggests names for an unknown one, closest first. */
import { editsToWord } from "../../../db/edit-distance.ts"

const mostNamed = 5

/** Names that begin with it, and names that are an edit or two away. */
export const closestNames = (given: string, names: readonly string[]): readonly string[] => {
  const wanted = given.toLowerCase()
  const most = Math.max(2, Math.floor(wanted.length / 3))
  return names
    .map((name) => {
      const known = name.toLowerCase()
      return { name, edits: wanted.length > 1 && known.startsWith(wanted) ? 0 : editsToWord(wanted, known, most) }
    })
    .filter(({ edits }) => edits <= most)
    .toSorted((a, b) => a.edits - b.edits)
    .slice(0, mostNamed)
    .map(({ name }) => name)
}

export const didYouMean = (names: readonly string[]): string =>
  names.length === 0 ? "" : ` Near it: ${names.join(", ")}.`
