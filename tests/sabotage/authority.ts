/** Breaks the authority to collect: lawful bases and approvals (rules 20 and 26). */
import { by, change, fixture, type Planned, remove, types } from "./sabotage.ts"

const basis: readonly Planned[] = [
  {
    rule: "purpose-and-lawful-basis",
    sabotage: "special category without Art 9 + Sch 1",
    way: "ethnicity with no condition",
    edits: [remove("surveys/characteristics/person.ts", "    condition: substantialPublicInterest,\n")],
    caughtBy: [
      types("purpose-and-lawful-basis"),
      by("test", "policy/purpose-and-lawful-basis.test.ts", "upheld by the six forms"),
    ],
  },
  {
    rule: "purpose-and-lawful-basis",
    sabotage: "special category without Art 9 + Sch 1",
    way: "a condition with no Schedule 1",
    edits: [
      change(
        "surveys/characteristics/condition.ts",
        '["DPA 2018 Sch 1 Part 2 para 6", "DPA 2018 Sch 1 Part 2 para 8"]',
        "[]",
      ),
    ],
    caughtBy: [
      types("purpose-and-lawful-basis"),
      by("test", "policy/purpose-and-lawful-basis.test.ts", "upheld by the six forms"),
    ],
  },
  {
    rule: "purpose-and-lawful-basis",
    sabotage: "special category without Art 9 + Sch 1",
    way: "and the compiler no longer looks",
    edits: [change("policy/lawful.ts", " &\n  QuestionHasItsCondition<Q>", "")],
    caughtBy: [fixture("purpose-and-lawful-basis.ethnicity-without-condition")],
  },
  {
    rule: "purpose-and-lawful-basis",
    sabotage: "Art 10 option untagged",
    edits: [
      change(
        "surveys/characteristics/support.ts",
        '{ key: "youth-offending-team", ...revealsOffence }',
        '{ key: "youth-offending-team" }',
      ),
    ],
    caughtBy: [
      types("purpose-and-lawful-basis"),
      by("test", "policy/purpose-and-lawful-basis.test.ts", "upheld by the six forms"),
    ],
  },
]

const signOff = "policy/dpia/sign-off.ts"

const document: readonly Planned[] = [
  {
    rule: "dpia-signed-off",
    sabotage: "edit one word of the DPIA",
    way: "in the document itself",
    edits: [
      change("../shared/dpia/dpia.txt", "The CCO will not share the raw data", "The CCO will then share the raw data"),
    ],
    caughtBy: [by("test", "policy/dpia/version.test.ts", "its version is known")],
  },
  {
    rule: "dpia-signed-off",
    sabotage: "edit one word of the DPIA",
    way: "where it replaces the document",
    edits: [
      change(
        "tests/support/policy/dpia/made-up-document.ts",
        '  .join("\\n")\n',
        '  .join("\\n")\n  .replace("will not share", "will then share")\n',
      ),
    ],
    caughtBy: [by("test", "policy/dpia/version.test.ts", "a made-up document with every promise has them all")],
  },
  {
    rule: "dpia-signed-off",
    sabotage: "edit one word of the DPIA",
    way: "and the approval of the old one counts",
    edits: [change(signOff, "dpiaVersion.startsWith(dpia)", "dpia !== dpiaVersion.slice(1)")],
    caughtBy: [by("runtime", "policy/opening.test.ts", "an approval of another version of the DPIA")],
  },
  {
    rule: "dpia-signed-off",
    sabotage: "risk set to High",
    edits: [
      change(
        "policy/deployment/readiness.ts",
        'rated?.after === "high" && !isConsulted',
        'rated?.after === "high" && isConsulted',
      ),
    ],
    caughtBy: [by("runtime", "policy/opening.test.ts", "that stays high keeps live shut")],
  },
  {
    rule: "dpia-signed-off",
    sabotage: "blank approver",
    way: "whom the statement itself names",
    edits: [
      change("policy/deployment/declare.ts", "{ ...draft.value, by, role, on }", "{ by, role, on, ...draft.value }"),
    ],
    caughtBy: [by("runtime", "policy/declare.test.ts", "by the person to whom the power was granted, and nobody else")],
  },
  {
    rule: "dpia-signed-off",
    sabotage: "blank approver",
    way: "past the decoder",
    edits: [change(signOff, "const Signed = { by: PersonId,", "const Signed = { by: Schema.String,")],
    caughtBy: [by("schema", "policy/examples.test.ts", "dpia-signed-off")],
  },
]

export const authoritySabotages: readonly Planned[] = [...basis, ...document]
