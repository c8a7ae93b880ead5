/** Every output is checked by two people who did not make it. */
import { Schema } from "effect"
import { ledgerBreaches } from "../facts/ledger-look.ts"
import { schemaBreaches } from "../facts/schema-fault.ts"
import { hasEnoughChecks, remedyFor, StoredChecks } from "../release/checker-gate.ts"
import { defineRule } from "../rule.ts"
import { judge, notChecked, upheldUnless } from "../verdict.ts"

const [author, one, other] = ["a", "b", "c"].map((sign) => ({ person: sign.repeat(16), on: "2027-06-01" }))

export const outputsChecked = defineRule({
  id: "outputs-checked",
  statement: "Two trained people other than the author check every output before it is released.",
  source: { section: 5, quote: "in line with ONS approved researcher training" },
  law: ["UK GDPR Art 5(1)(f)", "UK GDPR Art 32"],
  enforcedBy: ["types", "schema", "runtime", "database"],
  enforcedAt: [
    "policy/release/output-check.ts#checkOutput",
    "policy/release/release.ts#release",
    "db/evidence/releases.ts#keepRelease",
  ],
  audit: ({ releases, ledger, schema }) =>
    judge({ releases, ledger, schema }, ({ releases: { tables }, ledger, schema }) => {
      const breaches = [...ledgerBreaches(ledger), ...schemaBreaches(schema, "outputs-checked")]
      if (tables.length === 0 && breaches.length === 0) return notChecked("no table has been released")
      const checkers = tables.map(({ proposal, checks, table }) => {
        const by = checks.map(({ person, on }) => `${person} on ${on}`).join(" and ")
        return `table ${proposal.id.slice(0, 8)}, released on ${table.releasedOn}, was checked by ${by}`
      })
      const unchecked = tables.filter(({ proposal, checks, table }) => {
        const checked = { author: proposal.facts.author, checks }
        const isLate = checks.some(({ on, of }) => of !== proposal.id || on > table.releasedOn)
        return remedyFor(checked) !== undefined || !hasEnoughChecks(checked) || isLate
      })
      return upheldUnless(
        [
          ...breaches,
          ...unchecked.map(
            ({ proposal }) => `table ${proposal.id.slice(0, 8)} was not checked by two others before its release`,
          ),
        ],
        checkers.join("; "),
      )
    }),
  examples: {
    decode: Schema.decodeUnknownResult(StoredChecks, { onExcessProperty: "error" }),
    accepts: { "two others": { author: author?.person, checks: [one, other] } },
    refuses: {
      nobody: { author: author?.person, checks: [] },
      "one person": { author: author?.person, checks: [one] },
      "the same person twice": { author: author?.person, checks: [one, one] },
      "the author first": { author: author?.person, checks: [author, one] },
      "the author second": { author: author?.person, checks: [one, author] },
      "the author as a third": { author: author?.person, checks: [one, other, author] },
      "a check on no day": { author: author?.person, checks: [one, { person: other?.person }] },
      "a person by name": { author: author?.person, checks: [one, { ...other, person: "B. Person" }] },
      "no author": { checks: [one, other] },
    },
  },
})
