/** Lists what the DPIA still lacks before live may open: sign-offs, decided findings, and consultation on a high risk. */
import { type BlockingFinding, blockingFindings } from "../dpia/findings/finding-id.ts"
import { findingsById } from "../dpia/findings/findings.ts"
import { riskIds } from "../dpia/risk.ts"
import { ratingOf, risks } from "../dpia/risks.ts"
import { isInForce, isOfThisVersion, type SignOff, type Waiver, waivableFindings } from "../dpia/sign-off.ts"
import { contactName } from "./contacts.ts"
import type { RecordedDeployment } from "./deployment.ts"

export interface Missing {
  readonly what: string
  readonly who: string
  /** Why a declaration does not count. */
  readonly because?: string
  /** The words after `ask --` that record it, or the setting that states it. */
  readonly how: string
}

type Settled = Pick<RecordedDeployment, "decisions" | "waivers">
type Recorded = Settled & Pick<RecordedDeployment, "signOffs" | "unanswered" | "risks" | "consultations" | "contacts">

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

/** Of two waivers in force for one finding, the one that ends later. */
const waiverInForce = (finding: BlockingFinding, recorded: Settled, today: string): Waiver | undefined =>
  waiversOf(finding, recorded)
    .filter((waiver) => isInForce(waiver, today))
    .toSorted((one, other) => other.until.localeCompare(one.until))[0]

/** The waivers that live depends on today, because a decision is missing. */
export const waiversReliedOn = (recorded: Settled, today: string): readonly Waiver[] =>
  blockingFindings.flatMap((finding) => {
    const waiver = isDecided(finding, recorded, today) ? undefined : waiverInForce(finding, recorded, today)
    return waiver ? [waiver] : []
  })

/** `undefined` where it counts; empty where none is declared. */
const whyNotSigned = (
  of: SignOff["of"],
  { signOffs, unanswered }: Recorded,
  today: string,
): Pick<Missing, "because"> | undefined => {
  const given = signOffs.filter((signOff) => signOff.of === of)
  const ofThis = given.filter(isOfThisVersion)
  if (ofThis.some((signOff) => lastDateOf(signOff) <= today)) return undefined
  if (of === "dpo-advice" && unanswered !== undefined)
    return { because: `the advice of ${unanswered.on} is not answered` }
  if (given.length === 0) return {}
  return {
    because: ofThis.length > 0 ? "the recorded one is dated after today" : "the recorded one is for another version",
  }
}

const declareSignOff = {
  measures: "declare approval measures",
  "residual-risks": "declare approval residual-risks",
  "dpo-advice": "declare advice, then declare answer",
} as const satisfies Record<SignOff["of"], string>

/** A waiver of F26 replaces the approvals, and never the DPO's advice. */
const unsigned = (recorded: Recorded, today: string): readonly Missing[] => {
  const approvalsWaived = waiversReliedOn(recorded, today).some(({ finding }) => finding === "F26")
  const needed = approvalsWaived ? (["dpo-advice"] as const) : (["measures", "residual-risks", "dpo-advice"] as const)
  return needed.flatMap((of) => {
    const why = whyNotSigned(of, recorded, today)
    if (why === undefined) return []
    const who = of === "dpo-advice" ? "the DPO, and the controller in answer" : findingsById.F26.decider
    return [{ what: signOffWords[of], ...why, who, how: declareSignOff[of] }]
  })
}

const whyNotWaived = (finding: BlockingFinding, recorded: Recorded, today: string): Pick<Missing, "because"> => {
  const last = waiversOf(finding, recorded).at(-1)
  if (last === undefined) return {}
  return { because: last.until < today ? `its waiver ended on ${last.until}` : `its waiver begins on ${last.on}` }
}

const unsettled = (recorded: Recorded, today: string): readonly Missing[] =>
  blockingFindings
    .filter((finding) => !isDecided(finding, recorded, today) && !waiverInForce(finding, recorded, today))
    .map((finding) => {
      const what = `finding ${finding}: ${findingWords[finding]}`
      const why = whyNotWaived(finding, recorded, today)
      return { what, ...why, who: findingsById[finding].decider, how: `declare decision ${finding}` }
    })

const unacceptedRisks = (recorded: Recorded, today: string): readonly Missing[] =>
  riskIds.flatMap((risk) => {
    const rated = ratingOf(risk, recorded.risks)
    const named = `the risk “${risks[risk].words}”`
    const isConsulted = recorded.consultations.some((each) => each.risk === risk && each.on <= today)
    return [
      ...(rated?.after === "high" && !isConsulted
        ? [
            {
              what: `the ${contactName("regulator", recorded.contacts)}'s answer on ${named}, set to high`,
              who: "the controller",
              how: `declare consultation ${risk}`,
            },
          ]
        : []),
      ...(rated?.acceptable === false
        ? [
            {
              what: `a way to make ${named} acceptable`,
              who: findingsById.F26.decider,
              how: `declare risk ${risk}`,
            },
          ]
        : []),
    ]
  })

/** `today` is a civil date in London, by a clock; an entry dated later does not count yet. */
export const missingFromDpia = (recorded: Recorded, today: string): readonly Missing[] => [
  ...unsigned(recorded, today),
  ...unsettled(recorded, today),
  ...unacceptedRisks(recorded, today),
]
