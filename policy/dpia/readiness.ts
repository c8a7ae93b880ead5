/** What the DPIA still lacks before live may open: sign-offs, settled findings, and consultation on a high risk. */
import type { RecordedDeployment } from "../deployment.ts"
import { type BlockingFinding, blockingFindings } from "./finding-id.ts"
import { findingsById } from "./findings.ts"
import { riskIds } from "./risk.ts"
import { ratingOf, risks } from "./risks.ts"
import { isInForce, isOfThisVersion, type SignOff, type Waiver, waivableFindings } from "./sign-off.ts"

export interface Missing {
  readonly what: string
  readonly who: string
}

type Settled = Pick<RecordedDeployment, "decisions" | "waivers">
type Recorded = Settled & Pick<RecordedDeployment, "signOffs" | "risks" | "consultations" | "regulator">

const signOffWords = {
  measures: "the approval of the measures (DPIA section 6)",
  "residual-risks": "the approval of the residual risks (DPIA section 6)",
  "dpo-advice": "the DPO's advice, and its answer (DPIA section 6)",
} as const satisfies Record<SignOff["of"], string>

const findingWords = {
  F17: "an Article 10 condition for options that hint at an offence",
  F18: "an appropriate policy document for special category data",
  F26: "the approvals the DPIA leaves blank",
} as const satisfies Record<BlockingFinding, string>

const lastDateOf = (signOff: SignOff): string => ("answer" in signOff ? signOff.answer.on : signOff.on)

const isDecided = (finding: BlockingFinding, { decisions }: Settled, today: string): boolean =>
  decisions.some((decision) => decision.finding === finding && decision.on <= today)

const waiversOf = (finding: BlockingFinding, { waivers }: Settled): readonly Waiver[] =>
  waivableFindings.some((each) => each === finding) ? waivers.filter((waiver) => waiver.finding === finding) : []

/** Of two waivers of one finding the later ends it. */
const waiverInForce = (finding: BlockingFinding, recorded: Settled, today: string): Waiver | undefined =>
  waiversOf(finding, recorded)
    .filter((waiver) => isInForce(waiver, today))
    .toSorted((one, other) => other.until.localeCompare(one.until))[0]

/** The waivers that live would open on today, for want of a decision. */
export const waiversReliedOn = (recorded: Settled, today: string): readonly Waiver[] =>
  blockingFindings.flatMap((finding) => {
    const waiver = isDecided(finding, recorded, today) ? undefined : waiverInForce(finding, recorded, today)
    return waiver ? [waiver] : []
  })

const whyNotSigned = (of: SignOff["of"], { signOffs }: Recorded, today: string): string | undefined => {
  const given = signOffs.filter((signOff) => signOff.of === of)
  const ofThis = given.filter(isOfThisVersion)
  if (ofThis.some((signOff) => lastDateOf(signOff) <= today)) return undefined
  if (given.length === 0) return ""
  return ofThis.length > 0 ? "; what is recorded is dated after today" : "; what is recorded is for another version"
}

/** A waiver of F26 stands in for the approvals, and for nothing that the DPO has to say. */
const unsigned = (recorded: Recorded, today: string): readonly Missing[] => {
  const approvalsWaived = waiversReliedOn(recorded, today).some(({ finding }) => finding === "F26")
  const needed = approvalsWaived ? (["dpo-advice"] as const) : (["measures", "residual-risks", "dpo-advice"] as const)
  return needed.flatMap((of) => {
    const why = whyNotSigned(of, recorded, today)
    if (why === undefined) return []
    const who = of === "dpo-advice" ? "the DPO, and the controller in answer" : findingsById.F26.decider
    return [{ what: `${signOffWords[of]} (signOffs in app.config.ts${why})`, who }]
  })
}

const whyNotWaived = (finding: BlockingFinding, recorded: Recorded, today: string): string => {
  const last = waiversOf(finding, recorded).at(-1)
  if (last === undefined) return ""
  return last.until < today ? `; its waiver ended on ${last.until}` : `; its waiver begins on ${last.on}`
}

const unsettled = (recorded: Recorded, today: string): readonly Missing[] =>
  blockingFindings
    .filter((finding) => !isDecided(finding, recorded, today) && !waiverInForce(finding, recorded, today))
    .map((finding) => {
      const why = whyNotWaived(finding, recorded, today)
      const what = `finding ${finding}: ${findingWords[finding]} (decisions in app.config.ts${why})`
      return { what, who: findingsById[finding].decider }
    })

const untaken = (recorded: Recorded, today: string): readonly Missing[] =>
  riskIds.flatMap((risk) => {
    const rated = ratingOf(risk, recorded.risks)
    const named = `the risk “${risks[risk].words}”`
    const isConsulted = recorded.consultations.some((each) => each.risk === risk && each.on <= today)
    return [
      ...(rated?.after === "high" && !isConsulted
        ? [
            {
              what: `the ${recorded.regulator}'s answer on ${named}, set to high (consultations in app.config.ts)`,
              who: "the controller",
            },
          ]
        : []),
      ...(rated?.acceptable === false
        ? [{ what: `a way to make ${named} acceptable (risks in app.config.ts)`, who: findingsById.F26.decider }]
        : []),
    ]
  })

/** `today` is a civil date in London, from a clock: an entry dated later does not count yet. */
export const missingFromDpia = (recorded: Recorded, today: string): readonly Missing[] => [
  ...unsigned(recorded, today),
  ...unsettled(recorded, today),
  ...untaken(recorded, today),
]
