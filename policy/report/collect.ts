/** Gathers all that the report says from the register and from the evidence that it is handed; it reads nothing itself. */
import { Effect } from "effect"
import { assets } from "../assets/register.ts"
import { today } from "../civil-day.ts"
import { locations, retentions } from "../data/asset.ts"
import type { RecordedDeployment } from "../deployment.ts"
import { commitments } from "../dpia/commitments.ts"
import { severityOf } from "../dpia/finding-id.ts"
import { dpiaVersion } from "../dpia/version.ts"
import { AskedForms } from "../evidence/asked-forms.ts"
import { rules } from "../index.ts"
import type { GeographyHeld } from "../opening.ts"
import { parameters } from "../parameters.ts"
import { notChecked } from "../rule.ts"
import type { RuleId } from "../rule-id.ts"
import { verdicts } from "./audits.ts"
import { type Build, ofThisBuild, short } from "./build.ts"
import { findingReports } from "./finding-report.ts"
import { lawfulBases } from "./lawful-bases.ts"
import { needed } from "./needed.ts"
import { parametersTold } from "./parameters-told.ts"
import type { Report, RuleReport, StoreReport } from "./report.ts"
import type { Results } from "./results.ts"
import { ruleReport, testsOfThisBuild } from "./rule-report.ts"
import { sabotageCounts } from "./sabotage-counts.ts"
import { signOffReports } from "./sign-off-report.ts"
import { rankOf, type Status } from "./status.ts"

/** What cannot be known from the register alone. */
export interface Evidence {
  readonly now: Build
  readonly deployment: RecordedDeployment
  readonly results: Results
  /** How many definitions there are that must not compile, by the rule that they break. */
  readonly fixtures: Readonly<Partial<Record<RuleId, number>>>
  readonly store: StoreReport
  /** Left out, there is none. */
  readonly geography?: GeographyHeld
}

const spoken = (key: string): string => key.replaceAll("-", " ")

const assetsTold: Report["assets"] = assets.map(({ id, kind, what, owner, location, categories, retention }) => ({
  id,
  kind,
  what,
  owner: spoken(owner),
  location: locations[location],
  categories: categories.map(spoken),
  retention: retentions[retention],
}))

/** What keeps live shut comes first among those that stand alike. */
const isBlocked = ({ waitsFor }: RuleReport): boolean => waitsFor.some((id) => severityOf(id) === "blocks opening")

const byNeed = (one: RuleReport, other: RuleReport): number =>
  rankOf(one.status) - rankOf(other.status) || Number(isBlocked(other)) - Number(isBlocked(one))

const testsTold = ({ now, results }: Evidence): Report["tests"] => {
  const ran = testsOfThisBuild(now, results)
  if (!ran.checked) return ran
  const { at: on, rules } = ran.found
  const all = [...new Map(Object.values(rules).flatMap((each) => each.map((t) => [`${t.file} ${t.name}`, t])))]
  const count = (status: string) => all.filter(([, test]) => test.status === status).length
  return { checked: true, on, passed: count("passed"), failed: count("failed"), skipped: count("skipped") }
}

const sabotagesTold = ({ now, results: { sabotage } }: Evidence): Report["sabotages"] => {
  const ran = ofThisBuild("the sabotages have", now, sabotage)
  if (!ran.checked) return ran
  const { uncaught: _, ...counts } = sabotageCounts(ran.found.sabotages)
  return { checked: true, on: ran.found.at, ...counts }
}

const mutationTold = ({ now, results: { mutation } }: Evidence): Report["mutation"] => {
  const ran = ofThisBuild("the mutants have", now, mutation)
  if (!ran.checked) return ran
  const { score, killed, total, survivors, at = "" } = ran.found
  const told = survivors.map(({ reason, ...each }) => ({ ...each, reason: reason || "no reason is given" }))
  return { checked: true, on: at, score, killed, total, survivors: told }
}

export const collect = Effect.fnUntraced(function* (evidence: Evidence) {
  const { now, deployment, results, fixtures, store } = evidence
  const found = yield* verdicts
  const day = yield* today
  const forms = yield* AskedForms
  const findings = findingReports(deployment, day)
  const blocks = rules
    .map((rule) =>
      ruleReport(rule, {
        verdict: found.get(rule.id) ?? notChecked("it has no audit"),
        fixtures: fixtures[rule.id] ?? 0,
        now,
        results,
        findings,
      }),
    )
    .toSorted(byNeed)
  const count = (status: Status): number => blocks.filter((block) => block.status === status).length
  const report: Report = {
    controller: deployment.controller,
    mode: deployment.mode,
    madeOn: day,
    dpiaVersion: short(dpiaVersion),
    build: { commit: short(now.commit), clean: now.clean, lockfile: short(now.lockfile) },
    summary: {
      rules: blocks.length,
      upheld: count("upheld"),
      broken: count("broken"),
      notChecked: count("not checked"),
      needsDecision: count("needs a decision"),
      waived: count("waived"),
      commitments: commitments.length,
      findings: findings.length,
      openFindings: findings.filter(({ state }) => state !== "decided").length,
    },
    tests: testsTold(evidence),
    sabotages: sabotagesTold(evidence),
    mutation: mutationTold(evidence),
    needed: needed(blocks, findings, deployment, day, evidence.geography),
    rules: blocks,
    store,
    findings: findings.map(({ commitments: _, ...finding }) => finding),
    signOffs: signOffReports(deployment),
    bases: lawfulBases(forms),
    assets: assetsTold,
    parameters: parametersTold(parameters),
  }
  return report
})
