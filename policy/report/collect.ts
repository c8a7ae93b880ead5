/** Gathers all that the report says from the register and from the evidence that it is handed; it reads nothing itself. */
import type { Day } from "../civil-day.ts"
import { locations, retentions } from "../data/asset.ts"
import type { FormDraft } from "../data/form.ts"
import { contactName } from "../deployment/contacts.ts"
import type { RecordedDeployment } from "../deployment/deployment.ts"
import type { ImportedGeography, SandboxHere } from "../deployment/opening.ts"
import { assets } from "../dpia/assets/register.ts"
import { commitments } from "../dpia/commitments/commitments.ts"
import { dpiaVersion } from "../dpia/document/version.ts"
import { severityOf } from "../dpia/findings/finding-id.ts"
import type { Facts } from "../facts/facts.ts"
import { rules } from "../index.ts"
import { parameters } from "../parameters.ts"
import type { RuleId } from "../rule-id.ts"
import { notChecked } from "../verdict.ts"
import { peopleReport, readingReports } from "./access-report.ts"
import { attestationCounts, attestationReports, attestationsNeeded } from "./attestation-report.ts"
import type { Looks, Verdicts } from "./audits.ts"
import { type Build, ofThisBuild, short } from "./build.ts"
import { certificates } from "./certificates.ts"
import { changesSince, type EarlierReport } from "./changes.ts"
import { commitmentReports } from "./commitment-report.ts"
import { complaintsReport, extractReports, releaseReports, retainedDays } from "./custody-report.ts"
import { flowReport, placesOfAssets } from "./data-flow.ts"
import { designStandards } from "./design-standards.ts"
import { findingReports } from "./finding-report.ts"
import { helpLineRows, helpLinesNeeded } from "./help-lines-checked.ts"
import { type Kept, keptAnswers } from "./kept.ts"
import { lawNeeded, lawTold } from "./law-section.ts"
import { lawfulBases } from "./lawful-bases.ts"
import { codeIn, manifestDigest } from "./manifest.ts"
import { beforeOpening, needed } from "./needed.ts"
import { parametersTold } from "./parameters-told.ts"
import { processingRecord } from "./processing-record.ts"
import type { Action, LedgerReport, Report, RuleReport, StoreReport } from "./report.ts"
import { resultTamperings } from "./result-tamperings.ts"
import type { Results } from "./results.ts"
import { reviewReport } from "./review-report.ts"
import { rights } from "./rights.ts"
import { riskReports } from "./risk-report.ts"
import { ruleReport, testsOfThisBuild } from "./rule-report.ts"
import { sabotageCounts } from "./sabotage-counts.ts"
import { signOffReports } from "./sign-off-report.ts"
import { tamperings } from "./tamperings.ts"

/** The facts that the annexes show. */
export type SeenFacts = Pick<
  Facts,
  "retentions" | "extracts" | "complaints" | "members" | "releases" | "records" | "ledger"
>

/** What cannot be known from the register alone. */
export interface Evidence {
  readonly now: Build
  readonly today: Day
  readonly forms: readonly FormDraft[]
  readonly verdicts: Verdicts
  readonly looks?: Looks
  readonly facts: SeenFacts
  /** The last report, or why it cannot be compared. */
  readonly earlier: EarlierReport | { readonly because: string }
  /** The ids of people, for a DPO who asks for them. */
  readonly withPeople?: boolean
  /** What custody needs of people, before everything else. */
  readonly custody?: readonly Action[]
  readonly deployment: RecordedDeployment
  readonly results: Results
  /** How many definitions there are that must not compile, by the rule that they break. */
  readonly fixtures: Readonly<Partial<Record<RuleId, number>>>
  readonly store: StoreReport
  /** Absent when no run was kept. */
  readonly geography?: ImportedGeography
  readonly sandbox?: SandboxHere
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

/** What keeps live shut comes first among those that need a decision. */
const isBlocked = ({ waitsFor }: RuleReport): boolean => waitsFor.some((id) => severityOf(id) === "blocks opening")

/** Broken first, then what needs a decision, then what was not checked. */
const byNeed = (one: RuleReport, other: RuleReport): number => {
  const isBroken = ({ kept }: RuleReport): number => Number(kept === "broken")
  const isWaiting = ({ needs }: RuleReport): number => Number(needs !== null)
  return (
    isBroken(other) - isBroken(one) ||
    isWaiting(other) - isWaiting(one) ||
    Number(isBlocked(other)) - Number(isBlocked(one)) ||
    keptAnswers.indexOf(one.kept) - keptAnswers.indexOf(other.kept)
  )
}

const testsTold = ({ now, results }: Evidence): Report["tests"] => {
  const ran = testsOfThisBuild(now, results)
  if (!ran.checked) return ran
  const { at: on, rules } = ran.found
  const all = [...new Map(Object.values(rules).flatMap((each) => each.map((t) => [`${t.file} ${t.name}`, t])))]
  const count = (status: string) => all.filter(([, test]) => test.status === status).length
  return { checked: true, on, passed: count("passed"), failed: count("failed"), skipped: count("skipped") }
}

const sabotagesTold = ({ now, results: { sabotage } }: Evidence): Report["sabotages"] => {
  const ran = ofThisBuild("the sabotages have", codeIn(now.files), sabotage)
  if (!ran.checked) return ran
  const { uncaught: _, ...counts } = sabotageCounts(ran.found.sabotages)
  return { checked: true, on: ran.found.at, ...counts }
}

const mutationTold = ({ now, results: { mutation } }: Evidence): Report["mutation"] => {
  const ran = ofThisBuild("the mutants have", codeIn(now.files), mutation)
  if (!ran.checked) return ran
  const { score, killed, total, survivors, at } = ran.found
  const told = survivors.map(({ reason, ...each }) => ({ ...each, reason: reason || "no reason is given" }))
  return { checked: true, on: at, score, killed, total, survivors: told }
}

const ledgerReport = ({ ledger }: SeenFacts): LedgerReport =>
  "seen" in ledger
    ? { read: true, length: ledger.seen.length, head: ledger.seen.head }
    : { read: false, because: ledger.unseen }

export const collect = (evidence: Evidence): Report => {
  const { now, today, forms, verdicts, deployment, results, fixtures, store, facts } = evidence
  const findings = findingReports(deployment, today)
  const attestations = attestationReports(deployment.attestations, today)
  const law = lawTold(deployment.lawConfirmations, today)
  const blocks = rules
    .map((rule) =>
      ruleReport(rule, {
        verdict: verdicts.get(rule.id) ?? notChecked("it was not audited"),
        looked: evidence.looks?.get(rule.id),
        fixtures: fixtures[rule.id] ?? 0,
        now,
        results,
        findings,
        attestations,
      }),
    )
    .toSorted(byNeed)
  const releases = releaseReports(facts)
  const dpia = short(dpiaVersion)
  const build = {
    commit: short(now.commit),
    clean: now.clean,
    lockfile: short(now.lockfile),
    files: Object.keys(now.files).length,
    digest: short(manifestDigest(now.files)),
  }
  const told = findings.map(({ commitments: _, ...finding }) => finding)
  const opens = beforeOpening(deployment, today)
  const count = (kept: Kept): number => blocks.filter((block) => block.kept === kept).length
  return {
    edition: "full",
    controller: contactName("controller", deployment.contacts),
    mode: deployment.mode,
    madeOn: today,
    dpiaVersion: dpia,
    build,
    summary: {
      rules: blocks.length,
      upheld: count("upheld"),
      broken: count("broken"),
      notChecked: count("not-checked"),
      needsDecision: blocks.filter(({ needs }) => needs !== null).length,
      waivers: findings.filter(({ state }) => state === "waived").length,
      attestations: attestationCounts(attestations),
      commitments: commitments.length,
      findings: findings.length,
      openFindings: findings.filter(({ state }) => state !== "decided").length,
    },
    tests: testsTold(evidence),
    sabotages: sabotagesTold(evidence),
    mutation: mutationTold(evidence),
    changed: changesSince(evidence.earlier, {
      rules: blocks,
      findings: told,
      attestations,
      dpiaVersion: dpia,
      build,
      releases,
    }),
    needed: [
      ...(evidence.custody ?? []),
      ...needed(blocks, findings, deployment, today, evidence.geography, evidence.sandbox),
      ...attestationsNeeded(attestations, today, opens),
      ...lawNeeded(law, today, opens),
      ...helpLinesNeeded(deployment, opens),
    ],
    risks: riskReports(blocks, deployment),
    rules: blocks,
    store,
    findings: told,
    signOffs: signOffReports(deployment),
    attestations,
    bases: lawfulBases(forms),
    law,
    commitments: commitmentReports(blocks, attestations),
    review: reviewReport(deployment, forms, today),
    flow: { places: placesOfAssets(), steps: flowReport() },
    processing: processingRecord(deployment),
    retention: retainedDays(facts, today),
    extracts: extractReports(facts, today),
    people: peopleReport(facts, evidence.withPeople ?? false),
    readings: readingReports(facts),
    certificates: certificates(facts),
    releases,
    complaints: complaintsReport(facts, today),
    standards: designStandards,
    rights,
    ledger: ledgerReport(facts),
    assets: assetsTold,
    parameters: [...parametersTold(parameters), ...helpLineRows(deployment)],
    tamperings,
    resultTamperings,
  }
}
