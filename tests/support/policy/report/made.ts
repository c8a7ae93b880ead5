/** Reports made in tests: the register as it is, with evidence of this very build, or with what a test changes in it. */
import { Effect } from "effect"
import { madeUpGeography } from "../../../../db/geography/made-up.ts"
import { banded } from "../../../../policy/banded.ts"
import { today } from "../../../../policy/civil-day.ts"
import type { StoredColumn } from "../../../../policy/data/asset.ts"
import type { RecordedDeployment } from "../../../../policy/deployment/deployment.ts"
import { seen } from "../../../../policy/facts/fact.ts"
import { auditAll, type Looks } from "../../../../policy/report/audits.ts"
import type { Build, Read } from "../../../../policy/report/build.ts"
import { collect, type Evidence } from "../../../../policy/report/collect.ts"
import { codeIn } from "../../../../policy/report/manifest.ts"
import type { Report, RuleReport } from "../../../../policy/report/report.ts"
import type { MutationResults, SabotageResults, Tested, TestResults } from "../../../../policy/report/results.ts"
import { responseColumns } from "../../../../policy/response/unlinkable.ts"
import { type RuleId, ruleIds } from "../../../../policy/rule-id.ts"
import { forms } from "../../../../surveys/forms.ts"
import { officer, recorded } from "../dpia/recorded.ts"
import { factsWith, nothingSeen } from "../facts.ts"
import { fixtures } from "../fixtures.ts"

const digest = (letter: string): string => letter.repeat(64)
/** A tree of a source, a test, the lockfile, a built file, a package and Node. */
export const now: Build = {
  commit: "c".repeat(40),
  clean: true,
  lockfile: digest("a"),
  files: {
    ".output/server/index.mjs": digest("1"),
    "node_modules/highs/build/highs.wasm": digest("2"),
    "package-lock.json": digest("a"),
    "policy/index.ts": digest("3"),
    "tests/policy/audits.test.ts": digest("4"),
    "tests/sabotage/last-run.json": digest("5"),
    "the Node that runs it": digest("6"),
  },
}
const at = "2026-11-22T15:04:05.678Z"

const passed = (file: string, name: string): Tested => ({ file, name, status: "passed" })

const fixtureNames = (id: RuleId): readonly string[] =>
  fixtures.filter(({ breaks }) => breaks.includes(id)).map(({ file }) => file)

const testsOf = (id: RuleId): readonly Tested[] => [
  passed(`tests/policy/${id}.test.ts`, `audit of ${id} upheld`),
  ...fixtureNames(id).map((file) =>
    passed("tests/policy/refused.test.ts", `does not compile, and names its rule and no other: ${file}`),
  ),
]

const checks = [{ name: "Types (tsc)", passed: true }]
/** Signed by a known key, on files that were the same before and after. */
const believed = { unchanged: true, doubt: null, at }
export const tests: Read<TestResults> = {
  ...believed,
  files: now.files,
  checks,
  rules: Object.fromEntries(ruleIds.map((id) => [id, testsOf(id)])),
}

export const sabotage: Read<SabotageResults> = {
  ...believed,
  files: codeIn(now.files),
  sabotages: ruleIds.flatMap((rule) => [
    { rule, sabotage: "a breach", outcome: "caught" as const },
    { rule, sabotage: "another", way: "quietly", outcome: "not built yet" as const },
  ]),
}

const survivors = [{ file: "policy/window.ts", line: 12, mutator: "EqualityOperator", reason: "the same either way" }]
export const mutation: Read<MutationResults> = {
  ...believed,
  files: codeIn(now.files),
  score: 93.5,
  killed: 187,
  total: 200,
  survivors,
}

export const fixtureCounts = Object.fromEntries(ruleIds.map((id) => [id, fixtureNames(id).length]))

const rehearsal: RecordedDeployment = { ...recorded, mode: "rehearsal", signOffs: [], decisions: [] }

export const evidence: Omit<Evidence, "verdicts" | "looks"> = {
  facts: nothingSeen,
  earlier: { because: "no earlier report is recorded" },
  now,
  today: Effect.runSync(today),
  forms,
  deployment: rehearsal,
  results: { tests, sabotage, mutation },
  fixtures: fixtureCounts,
  store: { read: true, held: forms.map(({ id }, index) => ({ form: id, answers: banded(index * 7) })) },
}

const columns: readonly StoredColumn[] = responseColumns.map((column) => ({
  store: "collection",
  table: "response",
  column,
}))

/** With a decision on everything that presses, so that a rule may stand as upheld. */
export const settled: RecordedDeployment = {
  ...recorded,
  mode: "rehearsal",
  decisions: [
    ...recorded.decisions,
    ...(["F08", "F09", "F10", "F11", "F12", "F20", "F22", "F23", "F34"] as const).map((finding) => ({
      finding,
      decision: "The strict reading applies.",
      ...officer,
      on: "2020-01-04",
    })),
  ].map((decision) => ({ ...decision, on: "2020-01-04" })),
}

export const made = (change: Partial<Evidence> = {}, held = columns): Report => {
  const whole = { ...evidence, ...change }
  const facts = factsWith({
    today: seen(whole.today),
    forms: seen(whole.forms),
    window: seen("always"),
    geography: seen(madeUpGeography),
    deployment: seen(whole.deployment),
    columns: seen(held),
  })
  const looks: Looks = new Map()
  return collect({ verdicts: Effect.runSync(auditAll(facts, undefined, looks)), looks, ...whole })
}

export const blockOf = (report: Report, id: RuleId): RuleReport => {
  const found = report.rules.find((rule) => rule.id === id)
  if (found === undefined) throw new Error(`there is no block of ${id}`)
  return found
}
