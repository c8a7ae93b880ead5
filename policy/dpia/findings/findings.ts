/** Lists all findings in order, and finds those whose quotations a document does not contain. */

import { quoteFinder } from "../document/version.ts"
import { ambiguities } from "./ambiguity.ts"
import { contradictions } from "./contradiction.ts"
import { complete, type Finding, type FindingsById } from "./finding.ts"
import { findingIds, severityOf } from "./finding-id.ts"
import { gaps } from "./gap.ts"
import { legalTexts } from "./legal-text.ts"
import { outOfDate } from "./out-of-date.ts"

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

/** The findings with a quotation that this document does not contain in that section. */
export const misquoted = (text: string, all: readonly Finding[] = findings): readonly Finding[] => {
  const hasQuote = quoteFinder(text)
  return all.filter(({ quotes }) => quotes.some(({ section, words }) => !hasQuote(section, words)))
}
