/** A home postcode becomes a local authority, a region and a deprivation decile, and serves nothing else; an LSOA only while a use for it is recorded. */
import type { MatchedGeography } from "../data/geography.ts"
import { contentBreaches, contentText } from "../facts/kept-content.ts"
import { defineRule } from "../rule.ts"
import { judge, upheldUnless } from "../verdict.ts"

/** Never finer: no sector, no output area, no coordinate (F38). */
const permitted: Readonly<Record<keyof MatchedGeography, true>> = {
  localAuthority: true,
  region: true,
  imdDecile: true,
}

export const postcodeOnlyForGeography = defineRule({
  id: "postcode-only-for-geography",
  statement: "The home postcode is used only to match in higher levels of geography.",
  source: { section: 2, quote: "used only to match in higher levels of geography" },
  law: ["UK GDPR Art 5(1)(b)", "UK GDPR Art 5(1)(c)"],
  enforcedBy: ["types", "test"],
  enforcedAt: ["db/geography/match.ts#match", "db/geography/imported.ts#gazetteerOf"],
  audit: ({ geography, content }) =>
    judge({ geography, content }, ({ geography: { fields, vintage, neighbourhoodUse }, content }) => {
      const allowed: readonly string[] = [...Object.keys(permitted), ...(neighbourhoodUse ? ["lsoa"] : [])]
      const finer = fields.filter((field) => !allowed.includes(field))
      return upheldUnless(
        [
          ...finer.map((field) => `a match returns ${field}, which the DPIA does not name`),
          ...contentBreaches(content, "postcode-only-for-geography"),
        ],
        `a match returns ${fields.join(", ")} and no finer; geography: ${vintage}${neighbourhoodUse ? `; LSOA for: ${neighbourhoodUse.use}` : ""}; ${contentText(content)}`,
      )
    }),
})
