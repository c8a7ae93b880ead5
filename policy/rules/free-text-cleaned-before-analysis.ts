/** A child's own words are kept apart from the answers, and nothing reads them until they can be cleaned. */
import { contentBreaches } from "../facts/kept-content.ts"
import { schemaBreaches } from "../facts/schema-fault.ts"
import { defineRule } from "../rule.ts"
import { broken, judge, notChecked } from "../verdict.ts"

const notBuilt =
  "the detector scans no stored text yet, and no reviewer exists: free text stays in quarantine, and no code reads it to analyse it"

export const freeTextCleanedBeforeAnalysis = defineRule({
  id: "free-text-cleaned-before-analysis",
  statement:
    "Free text is cleaned by detectors and by a person before anyone analyses it, and the raw words are destroyed.",
  source: { section: 2, quote: "cleaned using a combination of natural language processing and manual review" },
  law: ["UK GDPR Art 5(1)(c)", "UK GDPR Art 25"],
  enforcedBy: ["test"],
  enforcedAt: ["db/evidence/kept-response.ts#keptResponse", "db/evidence/columns/read-columns.ts#readColumns"],
  audit: ({ content, schema }) =>
    judge({ content, schema }, ({ content, schema }) => {
      const breaches = [
        ...contentBreaches(content, "free-text-cleaned-before-analysis"),
        ...schemaBreaches(schema, "free-text-cleaned-before-analysis"),
      ]
      return breaches.length > 0 ? broken(breaches.join("; ")) : notChecked(notBuilt)
    }),
  notBuilt,
})
