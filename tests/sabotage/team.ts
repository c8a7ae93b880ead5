/** Breaks access: who reads answers (rule 18). */
import { by, change, type Planned } from "./sabotage.ts"

const standing = "policy/capability/standing.ts"
const kept = "db/evidence/migrations/002-extracts.ts"
const agreeing = "db/layers-agree.test.ts"

export const teamSabotages: readonly Planned[] = [
  {
    rule: "evidence-team-only",
    sabotage: "forge a capability by cast (lint bans `as Capability`)",
    way: "by its name",
    edits: [
      change(
        "src/tables/request/read-responses.ts",
        'const capability = yield* recordedGrant("read-responses", person).pipe(Effect.provideService(Evidence, evidence))',
        'const capability = { power: "read-responses", person } as unknown as Capability<"read-responses">',
      ),
    ],
    caughtBy: [by("test", "architecture/makers.test.ts", "Capability is cast only where it is made")],
  },
  {
    rule: "evidence-team-only",
    sabotage: "forge a capability by cast (lint bans `as Capability`)",
    way: "by another name of it",
    edits: [
      change(
        "src/tables/workflow/check.ts",
        "checkOutput(may, proposal, checks)",
        "checkOutput({ ...may } as unknown as Checker, proposal, checks)",
      ),
    ],
    caughtBy: [by("test", "architecture/makers.test.ts", "Checker is cast only where it is made")],
  },
  {
    rule: "evidence-team-only",
    sabotage: "forge a capability by cast (lint bans `as Capability`)",
    way: "and its use does not look",
    edits: [change("policy/capability/capability.ts", "if (!isOne(capability))", "if (!capability)")],
    caughtBy: [by("runtime", "policy/evidence-team-only.test.ts", "one forged past the compiler")],
  },
  {
    rule: "evidence-team-only",
    sabotage: "training expired yesterday",
    way: "and no check reads the end of the window",
    edits: [change(standing, "today < trainedOn || today > trained", "today < trainedOn")],
    caughtBy: [by("runtime", "policy/evidence-team-only.test.ts", "it ran out yesterday")],
  },
  {
    rule: "evidence-team-only",
    sabotage: "training expired yesterday",
    way: "and the list takes a person who was never trained",
    edits: [change("policy/capability/member.ts", "  trainedOn: Day,\n", "  trainedOn: Schema.optionalKey(Day),\n")],
    caughtBy: [by("schema", "policy/examples.test.ts", "evidence-team-only")],
  },
  {
    rule: "evidence-team-only",
    sabotage: "training expired yesterday",
    way: "and the database takes any day",
    edits: [
      change(
        kept,
        "trained_on text not null check ${day",
        'trained_on text not null check ${((_: string) => "(true)")',
      ),
    ],
    caughtBy: [by("database", agreeing, "the decoders and sqlite agree on a member")],
  },
  {
    rule: "evidence-team-only",
    sabotage: "sixth member",
    edits: [change("policy/capability/readers.ts", ".length > parameters", ".length > 1 + parameters")],
    caughtBy: [by("runtime", "policy/evidence-team-only.test.ts", "broken by a sixth")],
  },
]
