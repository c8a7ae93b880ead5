/** Reports one rule to the DPO: its words, its evidence, whether it is kept and whether it needs a decision. */
import { commitments } from "../dpia/commitments/commitments.ts"
import type { FindingId } from "../dpia/findings/finding-id.ts"
import type { Rule } from "../rule.ts"
import { type RuleId, ruleIds } from "../rule-id.ts"
import type { Verdict } from "../verdict.ts"
import { type AttestationReport, attestationCounts } from "./attestation-report.ts"
import { type Build, type Found, ofThisBuild } from "./build.ts"
import { show } from "./counterexamples.ts"
import { judgeKept } from "./judge-kept.ts"
import { factWords, type Looked, nothingLookedAt } from "./looked.ts"
import { codeIn } from "./manifest.ts"
import { needsOf } from "./needs.ts"
import type { Checked, FindingReport, RuleReport, SabotagesOfRule, TestsOfRule } from "./report.ts"
import type { Results, Tested, TestResults } from "./results.ts"
import { sabotageCounts } from "./sabotage-counts.ts"
import { strengthOf } from "./strength.ts"

/** How the test of a fixture is named that must not compile. */
const refusedByCompiler = /(?:^|› |\s)does not compile, and names its rule and no other: /

const countOf = (tests: readonly Tested[], status: Tested["status"]): number =>
  tests.filter((each) => each.status === status).length

const testsTold = (tests: readonly Tested[]): TestsOfRule => ({
  passed: countOf(tests, "passed"),
  failed: countOf(tests, "failed"),
  skipped: countOf(tests, "skipped"),
  files: [...new Set(tests.map(({ file }) => file))].sort().map((file) => ({
    file,
    tests: tests.filter((each) => each.file === file).length,
  })),
  failing: tests.filter(({ status }) => status === "failed").map(({ name }) => name),
})

/** Code that does not compile refuses nothing, whatever its tests say. */
export const testsOfThisBuild = (now: Build, { tests }: Results): Found<TestResults> => {
  const ran = ofThisBuild("the tests have", now.files, tests)
  if (!ran.checked) return ran
  const isCompiled = ran.found.checks.some(({ name, passed }) => name.startsWith("Types") && passed)
  return isCompiled ? ran : { checked: false, because: "the code was not seen to compile" }
}

const testsOf = (id: RuleId, now: Build, results: Results): Checked<{ readonly all: readonly Tested[] }> => {
  const ran = testsOfThisBuild(now, results)
  return ran.checked ? { checked: true, on: ran.found.at, all: ran.found.rules[id] ?? [] } : ran
}

const sabotagesOf = (id: RuleId, now: Build, { sabotage }: Results): Checked<SabotagesOfRule> => {
  const ran = ofThisBuild("the sabotages have", codeIn(now.files), sabotage)
  if (!ran.checked) return ran
  const { at: on, sabotages } = ran.found
  return { checked: true, on, ...sabotageCounts(sabotages.filter(({ rule }) => rule === id)) }
}

const compileTimeOf = (of: number, tests: Checked<{ readonly all: readonly Tested[] }>) => {
  if (of === 0) return {}
  if (!tests.checked) return { compileTime: { of, seen: tests } }
  const seen = tests.all.filter(({ name, status }) => status === "passed" && refusedByCompiler.test(name)).length
  return { compileTime: { of, seen: { checked: true as const, on: tests.on, refused: Math.min(of, seen) } } }
}

const wordsOf = (verdict: Verdict): string => ("observed" in verdict ? verdict.observed : verdict.because)

/** What waits for a decision that bears on this rule, by way of the commitments it keeps. */
const bearingOn = (id: RuleId, all: readonly (FindingReport & Pointing)[]) =>
  all.filter(({ commitments: named }) => named.some((each) => commitments.some((c) => c.id === each && c.rule === id)))

export interface Pointing {
  readonly commitments: readonly string[]
}

export interface About {
  readonly verdict: Verdict
  /** Absent where nobody noted what the audit read. */
  readonly looked?: Looked | undefined
  /** How many definitions there are that must not compile. */
  readonly fixtures: number
  readonly now: Build
  readonly results: Results
  readonly findings: ReadonlyArray<FindingReport & Pointing>
  readonly attestations: readonly AttestationReport[]
}

export const ruleReport = (rule: Omit<Rule, "audit">, about: About): RuleReport => {
  const { id, statement, source, law, enforcedBy, examples } = rule
  const { verdict, looked = nothingLookedAt, fixtures, now, results, findings, attestations } = about
  const ran = testsOf(id, now, results)
  const shown = examples === undefined ? undefined : show(examples)
  const people = attestations.filter(({ rule }) => rule === id)
  const bearing = bearingOn(id, findings).filter(({ state }) => state !== "decided")
  const evidence = {
    id,
    observed: { status: verdict.status, words: wordsOf(verdict) },
    ...(shown && { counterexamples: { refused: shown.refused, of: shown.counterexamples, wrong: shown.wrong } }),
    ...compileTimeOf(fixtures, ran),
    tests: ran.checked ? { checked: true as const, on: ran.on, ...testsTold(ran.all) } : ran,
    sabotages: sabotagesOf(id, now, results),
  }
  const answer = judgeKept(evidence)
  const counts = people.length > 0 ? { people: attestationCounts(people) } : {}
  return {
    no: ruleIds.indexOf(id) + 1,
    ...answer,
    needs: needsOf(bearing),
    strength: strengthOf({ kept: answer.kept, enforcedBy, looked, ...counts }),
    lookedAt: looked.seen.map(factWords),
    notSeen: looked.unseen.map(factWords),
    statement,
    section: source.section,
    quote: source.quote,
    promises: commitments.filter((each) => each.rule === id).length,
    ...counts,
    law,
    enforcedBy,
    ...evidence,
    waitsFor: bearing.map(({ id }): FindingId => id),
  }
}
