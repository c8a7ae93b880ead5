/** Only the named, trained and cleared people of the evidence team read answers, each for as long as that holds. */
import { Effect, Option, Schema } from "effect"
import { Member, Team } from "../capability/member.ts"
import { tooManyReaders } from "../capability/readers.ts"
import { today } from "../civil-day.ts"
import { parameters } from "../parameters.ts"
import { broken, defineRule, notChecked, upheld } from "../rule.ts"

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
  audit: Effect.gen(function* () {
    const team = yield* Effect.serviceOption(Team)
    const members = Option.isSome(team) ? yield* team.value.members : []
    if (members.length === 0)
      return notChecked("no named list of the project is kept yet, so nobody can be given access")
    const most = parameters.evidenceTeam.value
    return tooManyReaders(members, yield* today)
      ? broken(`more than ${most} people may read answers, where the DPIA has a team of roughly ${most} (F13)`)
      : upheld(
          `no more than ${most} people may read answers, each on the project, trained and cleared by the dates given`,
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
      "a role that the DPIA does not name": { ...member, role: "administrator" },
      "a name": { ...member, name: "A. Person" },
      "a person by name": { ...member, person: "A. Person" },
    },
  },
})
