/** Only responses that have been checked are analysed, and a doubtful one is flagged, never dropped in silence. */
import { contentBreaches, contentText } from "../facts/kept-content.ts"
import { countBreaches } from "../facts/kept-day.ts"
import { schemaBreaches } from "../facts/schema-fault.ts"
import { defineRule } from "../rule.ts"
import { judge, notChecked, upheldUnless } from "../verdict.ts"

export const qualityCheckedBeforeAnalysis = defineRule({
  id: "quality-checked-before-analysis",
  statement: "Every response is quality assured before analysis; doubts are flags, never silent deletions.",
  source: { section: 4, quote: "it will be quality assured by the CCO Evidence team" },
  law: ["UK GDPR Art 5(1)(d)"],
  enforcedBy: ["types", "test"],
  enforcedAt: ["policy/response/quality-flags.ts#check", "db/evidence/kept-response.ts#keptResponse"],
  audit: ({ quality, content, days, schema }) =>
    judge({ quality, content, days, schema }, ({ quality, content, days, schema }) => {
      const { received, checked, flagged } = quality
      const breaches = [
        ...(received === checked ? [] : ["not every response that was received has been checked"]),
        ...countBreaches(days),
        ...contentBreaches(content, "quality-checked-before-analysis"),
        ...schemaBreaches(schema, "quality-checked-before-analysis"),
      ]
      if (received === 0 && breaches.length === 0)
        return notChecked("no response has been transferred to the evidence store yet")
      return upheldUnless(
        breaches,
        `every response received is kept and has been checked, as the ledger counts them; flagged and kept: ${flagged.map(({ flag, responses }) => `${flag} ${responses}`).join(", ")}; ${contentText(content)}`,
      )
    }),
})
