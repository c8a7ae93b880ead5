/** Beyond the evidence team go aggregate tables for England or a region, and nothing finer unless a signed decision widens it. */
import { Schema } from "effect"
import { ledgerBreaches } from "../facts/ledger-look.ts"
import { schemaBreaches } from "../facts/schema-fault.ts"
import { exceptionText, isGeographyException } from "../release/geography-exception.ts"
import { hasAllowedPlaces, isNamedBy, isPublishable, placeFields } from "../release/geography-gate.ts"
import type { StoredRelease } from "../release/released-tables.ts"
import { defineRule } from "../rule.ts"
import { judge, notChecked, upheldUnless } from "../verdict.ts"

const short = (digest: string): string => digest.slice(0, 8)

/** Whether the decision that a released table names allowed it when it was proposed and when it was released. */
const wasAllowed = ({ proposal: { facts }, table: { releasedOn }, exception }: StoredRelease): boolean => {
  if (facts.geographies.every(isPublishable)) return true
  if (exception === undefined || !isGeographyException(exception) || !isNamedBy(facts, exception)) return false
  return exception.facts.on <= facts.proposedOn && (exception.endedOn === undefined || releasedOn <= exception.endedOn)
}

/** Places finer than a region as a number with the decision; all others by name. */
const placesTold = (releases: readonly StoredRelease[]): string => {
  const coarse = [...new Set(releases.flatMap(({ proposal }) => proposal.facts.geographies.filter(isPublishable)))]
  const finer = releases.flatMap(({ proposal: { id, facts } }) => {
    const places = facts.geographies.filter((place) => !isPublishable(place)).length
    const authorities = places === 1 ? "1 local authority" : `${places} local authorities`
    return places === 0 ? [] : [`table ${short(id)} of ${authorities} by decision ${short(facts.widenedBy ?? "")}`]
  })
  return [...(coarse.length === 0 ? [] : [`of ${coarse.sort().join(", ")}`]), ...finer].join("; ")
}

export const aggregatesOnlyBeyondTheTeam = defineRule({
  id: "aggregates-only-beyond-the-team",
  statement:
    "Only aggregate tables leave the evidence team, for England or its regions unless a signed decision widens it.",
  source: { section: 5, quote: "Published analysis will be national or regional" },
  law: ["UK GDPR Art 5(1)(c)", "UK GDPR Art 84B"],
  enforcedBy: ["types", "schema", "runtime", "database"],
  enforcedAt: [
    "policy/release/geography-gate.ts#checkedPlaces",
    "policy/release/proposal.ts#proposeTable",
    "policy/release/release.ts#release",
  ],
  audit: ({ releases, ledger, schema }) =>
    judge({ releases, ledger, schema }, ({ releases: { tables, widenings }, ledger, schema }) => {
      const decisions = widenings.map(exceptionText)
      const breaches = [...ledgerBreaches(ledger), ...schemaBreaches(schema, "aggregates-only-beyond-the-team")]
      if (tables.length === 0 && breaches.length === 0)
        return notChecked(["no table has been released", ...decisions].join("; "))
      return upheldUnless(
        [
          ...breaches,
          ...tables
            .filter((release) => !wasAllowed(release))
            .map(({ proposal }) => `table ${short(proposal.id)} is finer than a region, and no decision allowed it`),
        ],
        [
          `${tables.length === 1 ? "1 table is" : `${tables.length} tables are`} released, ${placesTold(tables)}`,
          ...decisions,
        ].join("; "),
      )
    }),
  examples: {
    decode: Schema.decodeUnknownResult(Schema.Struct(placeFields).check(Schema.makeFilter(hasAllowedPlaces)), {
      onExcessProperty: "error",
    }),
    accepts: {
      England: { geographies: ["England"] },
      "a region": { geographies: ["E12000007"] },
      both: { geographies: ["England", "E12000001"] },
      "a local authority with the decision": { geographies: ["England", "E09000007"], widenedBy: "d".repeat(64) },
    },
    refuses: {
      "a local authority": { geographies: ["E09000007"] },
      "England and a local authority": { geographies: ["England", "E09000007"] },
      "a local authority by leave": { geographies: ["E09000007"], widenedBy: true },
      "a neighbourhood with the decision": { geographies: ["E01000001"], widenedBy: "d".repeat(64) },
      "a postcode sector with the decision": { geographies: ["SW1A 1"], widenedBy: "d".repeat(64) },
      "England with a decision that it does not need": { geographies: ["England"], widenedBy: "d".repeat(64) },
      "England and a neighbourhood": { geographies: ["England", "E01000001"] },
      "another country": { geographies: ["Wales"] },
      "a region by its name": { geographies: ["London"] },
      "a region twice": { geographies: ["E12000007", "E12000007"] },
      nowhere: { geographies: [] },
      "rows of answers": { geographies: [{ age: "11" }] },
    },
  },
})
