/** Only the named, trained and cleared people of the evidence team read answers, each for as long as that holds. */
import { Schema } from "effect"
import { Member } from "../capability/member.ts"
import { tooManyReaders } from "../capability/readers.ts"
import { seenOr } from "../facts/fact.ts"
import { openKeys } from "../facts/key-folder.ts"
import { ledgerBreaches, ledgerText } from "../facts/ledger-look.ts"
import { memberBreaches } from "../facts/listed-members.ts"
import { schemaBreaches } from "../facts/schema-fault.ts"
import { parameters } from "../parameters.ts"
import { defineRule } from "../rule.ts"
import { judge, notChecked, upheldUnless } from "../verdict.ts"

const member = {
  person: "0123456789abcdef",
  role: "evidence-team",
  project: "the-big-ask",
  from: "2027-04-01",
  until: "2028-03-31",
  trainedOn: "2027-03-15",
  clearance: { level: "security-check", until: "2030-01-01" },
}
const { trainedOn: _trained, ...untrained } = member
const { clearance: _cleared, ...uncleared } = member
const { until: _until, ...endless } = member

export const evidenceTeamOnly = defineRule({
  id: "evidence-team-only",
  statement: "Answers are read by the evidence team alone: named, trained, cleared and on the project that day.",
  source: { section: 2, quote: "access restricted to members of the CCO Evidence Team" },
  law: ["UK GDPR Art 5(1)(f)", "UK GDPR Art 29", "UK GDPR Art 32"],
  enforcedBy: ["types", "schema", "runtime", "database", "people"],
  enforcedAt: [
    "policy/release/output-check.ts#checkOutput",
    "policy/capability/capability.ts#grant",
    "policy/capability/capability.ts#exercise",
    "policy/custody/unlock.ts#unlock",
    "db/evidence/members.ts#teamIn",
  ],
  audit: ({ members, today, keyFolder, ledger, records, schema }) =>
    judge({ members, today, keyFolder, ledger, schema }, ({ members, today, keyFolder, ledger, schema }) => {
      const most = parameters.evidenceTeam.value
      const breaches = [
        ...(tooManyReaders(members, today)
          ? [`more than ${most} people may read answers, where the DPIA has a team of roughly ${most} (F13)`]
          : []),
        ...ledgerBreaches(ledger),
        ...memberBreaches(members, seenOr(records, undefined)),
        ...openKeys(keyFolder),
        ...schemaBreaches(schema, "evidence-team-only"),
      ]
      if (members.length === 0 && breaches.length === 0)
        return notChecked("no named list of the project is kept yet, so nobody can be given access")
      return upheldUnless(
        breaches,
        `no more than ${most} people may read answers, each on the project, trained and cleared by the dates given; ${ledgerText(ledger)}`,
      )
    }),
  examples: {
    decode: Schema.decodeUnknownResult(Member, { onExcessProperty: "error" }),
    accepts: { "a member with every date": member },
    refuses: {
      "never trained": untrained,
      "training on a day that does not exist": { ...member, trainedOn: "2027-02-29" },
      "not cleared": uncleared,
      "clearance without an end": { ...member, clearance: { level: "security-check" } },
      "clearance of no known level": { ...member, clearance: { level: "trusted", until: "2030-01-01" } },
      "no last day on the project": endless,
      "another project": { ...member, project: "business-plan" },
      "a role that the DPIA does not name": { ...member, role: "auditor" },
      "a name": { ...member, name: "A. Person" },
      "a person by name": { ...member, person: "A. Person" },
    },
  },
})
