/** Picks what the first screen says: five lines of the notice in its own words; the whole notice opens under them. */
import type { Fact, PrivacyInformation } from "../../policy/data/form.ts"

const together = (...facts: ReadonlyArray<Fact | undefined>): Fact => {
  const said = facts.filter((fact) => fact !== undefined)
  const picture = said[0]?.picture
  return { words: said.map(({ words }) => words).join(" "), ...(picture && { picture }) }
}

/** The first fact of what; that it is up to the reader, who may stop; then of why, who and how long. */
export const firstLayer = (notice: PrivacyInformation): readonly Fact[] => [
  together(notice.whatWeAsk[0]),
  together(notice.voluntary[0], notice.youMayStop[0]),
  together(notice.why[0]),
  together(notice.whoSees[0]),
  together(notice.howLong[0]),
]
