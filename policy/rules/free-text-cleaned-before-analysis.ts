/** A child's own words are held until they are clean, and nothing but the review reads them before that. */
import { contentBreaches } from "../facts/kept-content.ts"
import { textsWords } from "../facts/kept-texts.ts"
import { schemaBreaches } from "../facts/schema-fault.ts"
import { defineRule } from "../rule.ts"
import { judge, upheldUnless } from "../verdict.ts"

export const freeTextCleanedBeforeAnalysis = defineRule({
  id: "free-text-cleaned-before-analysis",
  statement:
    "Free text is cleaned by detectors and by a person before anyone analyses it, and the raw words are destroyed.",
  source: { section: 2, quote: "cleaned using a combination of natural language processing and manual review" },
  law: ["UK GDPR Art 5(1)(c)", "UK GDPR Art 25"],
  enforcedBy: ["types", "database", "runtime", "test"],
  enforcedAt: [
    "db/evidence/kept-response.ts#keptResponse",
    "db/evidence/texts.ts#keepScans",
    "policy/cleaning/scan-text.ts#scanText",
    "policy/cleaning/release-gate.ts#auditGate",
    "db/free-text/release.ts#releaseTexts",
    "db/evidence/columns/read-columns.ts#readColumns",
  ],
  audit: ({ content, schema, texts }) =>
    judge({ content, schema, texts }, ({ content, schema, texts }) =>
      upheldUnless(
        [
          ...contentBreaches(content, "free-text-cleaned-before-analysis"),
          ...schemaBreaches(schema, "free-text-cleaned-before-analysis"),
          ...texts.faults,
        ],
        `nothing reads free text before its release (${textsWords(texts)}); how much the detector finds in real answers is unknown until two people have coded a sample of them`,
      ),
    ),
})
