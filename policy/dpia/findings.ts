/** All 42 findings about the DPIA, in order: none can be dropped, and every quote can be looked for in a document. */
import { complete, type Finding, type FindingsById } from "./finding.ts"
import { findingIds, severityOf } from "./finding-id.ts"
import { ambiguities } from "./findings/ambiguity.ts"
import { contradictions } from "./findings/contradiction.ts"
import { gaps } from "./findings/gap.ts"
import { legalTexts } from "./findings/legal-text.ts"
import { outOfDate } from "./findings/out-of-date.ts"
import { standsIn } from "./version.ts"

export const findingsById: FindingsById = complete({
  ...contradictions,
  ...ambiguities,
  ...gaps,
  ...outOfDate,
  ...legalTexts,
})

export const findings: readonly Finding[] = findingIds.map((id) => ({
  id,
  severity: severityOf(id),
  ...findingsById[id],
}))

/** The findings that quote what this document does not say, or no longer says in that section. */
export const misquoted = (text: string, all: readonly Finding[] = findings): readonly Finding[] => {
  const stands = standsIn(text)
  return all.filter(({ quotes }) => quotes.some(({ section, words }) => !stands(section, words)))
}
