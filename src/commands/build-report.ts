/** Reports on this deployment: its code, its settings, its stores, and the results that runs wrote down. */
import { Effect, Result } from "effect"
import { geographyFact, geographyHeld } from "../../db/geography/in-use.ts"
import { geographyFolder } from "../../db/geography/index-folder.ts"
import { today } from "../../policy/civil-day.ts"
import { defectText } from "../../policy/defect.ts"
import type { RecordedDeployment } from "../../policy/deployment/deployment.ts"
import { nothingDeclared } from "../../policy/deployment/in-force.ts"
import { seen, unseen } from "../../policy/facts/fact.ts"
import type { Facts } from "../../policy/facts/facts.ts"
import { auditAll, type Looks, stoppedAudits } from "../../policy/report/audits.ts"
import type { Build } from "../../policy/report/build.ts"
import { collect } from "../../policy/report/collect.ts"
import type { Report } from "../../policy/report/report.ts"
import type { Results } from "../../policy/report/results.ts"
import { forms } from "../../surveys/forms.ts"
import { declaredHere } from "../deployment/declared.ts"
import type { DeploymentSettings } from "../deployment/settings.ts"
import { projectRoot } from "../deployment/storage.ts"
import { sandboxOffered } from "../launcher/sandbox.ts"
import { type AsOf, takenBack } from "./as-of.ts"
import { custodyNeeds } from "./custody-needs.ts"
import { earlierReport } from "./earlier-report.ts"
import { fixturesIn } from "./run-results.ts"
import { readStores } from "./store-facts.ts"

export interface ReportInput {
  readonly settings: Pick<DeploymentSettings, "storage" | "deployment">
  readonly build: Build
  readonly results: Results
  /** The folder of reports, in which the last one is looked for. */
  readonly folder?: string
  readonly withPeople?: boolean
  /** The head of the ledger to which the report is taken back. */
  readonly back?: AsOf
  /** Called with the share of the kept responses that is read, from 0 to 1. */
  readonly progress?: (share: number) => void
}

const windowFact = ({ mode, window }: RecordedDeployment): Facts["window"] => {
  if (mode === "rehearsal") return seen("always")
  return window === undefined ? unseen("no window is declared (ask -- declare window)") : seen(window)
}

/** Inspects the stores and files of a deployment, and audits every rule on what it sees. */
export const auditDeployment = Effect.fn("Report.auditDeployment")(function* (
  { storage, deployment: stated }: ReportInput["settings"],
  progress?: ReportInput["progress"],
  back?: AsOf,
) {
  const declared = yield* Effect.result(declaredHere(storage))
  const isRead = Result.isSuccess(declared)
  const deployment: RecordedDeployment = { ...stated, ...(isRead ? declared.success : nothingDeclared) }
  const isNeighbourhoodUsed = deployment.neighbourhoodUse !== undefined
  const { store, facts: now } = yield* readStores(storage, { isNeighbourhoodUsed, ...(progress && { progress }) })
  const facts = { ...now, ...takenBack(now, back) }
  const day = yield* today
  const looks: Looks = new Map()
  const all: Facts = {
    ...facts,
    today: seen(day),
    deployment: isRead ? seen(deployment) : unseen("what people have declared could not be read"),
    forms: seen(forms),
    window: windowFact(deployment),
    geography: geographyFact(geographyFolder(storage.dataDir), deployment.neighbourhoodUse),
    servedSite: unseen("the site is not being served here, so what it sends could not be looked at"),
  }
  const verdicts = yield* auditAll(all, undefined, looks)
  return { store, day, deployment, verdicts, looks, facts }
}, Effect.scoped)

export const buildReport = ({
  settings,
  build,
  results,
  folder,
  withPeople = false,
  back,
  progress,
}: ReportInput): Effect.Effect<Report> =>
  Effect.gen(function* () {
    const { storage } = settings
    const { store, day, deployment, verdicts, looks, facts } = yield* auditDeployment(settings, progress, back)
    for (const { rule, defect } of stoppedAudits(verdicts))
      console.error([`The audit of ${rule} stopped on ${defectText(defect)}.`, ...defect.stack].join("\n    "))
    const fixtures = fixturesIn(projectRoot)
    const geography = geographyHeld(geographyFolder(storage.dataDir))
    const sandbox = sandboxOffered() === undefined ? "none" : "offered"
    return collect({
      now: build,
      today: day,
      forms,
      verdicts,
      looks,
      facts,
      earlier: folder === undefined ? { because: "no folder of reports was looked in" } : earlierReport(folder, facts),
      withPeople,
      custody: custodyNeeds(facts, day),
      deployment,
      results,
      fixtures,
      store,
      geography,
      sandbox,
    })
  })
