/** Names the cheapest change to a request that would not make the leak: a filter to leave out, or a category to merge. */
import type { Leak } from "../disclosure/joint/find-leaks.ts"
import type { ReleaseCandidate } from "./candidate.ts"
import type { DeclaredVariables } from "./declared-variables.ts"
import { setWords } from "./group-words.ts"
import { readCut } from "./read-cut.ts"

export const cureFor = (
  { facts: { cut } }: ReleaseCandidate,
  leak: Pick<Leak, "box"> | undefined,
  declared: DeclaredVariables,
): string => {
  const filters = readCut(cut)?.filters ?? []
  if (filters.length > 0) return `leave out the filter on ${filters.map(({ variable }) => variable).join(" or ")}`
  const own = leak?.box.findLast(({ variable }) => declared.bases[variable] !== undefined)
  return own === undefined
    ? "ask for fewer variables at once"
    : `merge "${setWords(own, declared)}" with another category, or leave out ${declared.bases[own.variable]?.name}`
}
