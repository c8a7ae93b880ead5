/** Derives the declarations in force: the latest of each kind and subject, without those that were withdrawn. */
import { type HelpLineId, helpLineIds } from "../data/help-lines.ts"
import type { Attestation } from "../dpia/attestation.ts"
import type { LawConfirmation } from "../dpia/law/confirmation.ts"
import type { Consultation, RiskLevel } from "../dpia/risk.ts"
import { type AdviceGiven, type Decision, isOfThisVersion, type SignOff, type Waiver } from "../dpia/sign-off.ts"
import type { Window } from "../window.ts"
import { type Contacts, contactHolders } from "./contacts.ts"
import { type Declaration, type DeclarationKind, type Declared, subjectOf } from "./declaration.ts"
import type { NeighbourhoodUse } from "./neighbourhood-use.ts"

/** Everything that named people have declared for one deployment. */
export interface Declarations {
  readonly window?: Window
  readonly contacts: Contacts
  /** The day on which a person last rang each help line. */
  readonly helpLines?: Readonly<Partial<Record<HelpLineId, string>>>
  readonly neighbourhoodUse?: NeighbourhoodUse
  readonly signOffs: readonly SignOff[]
  /** The DPO's advice that the controller has not answered. */
  readonly unanswered?: AdviceGiven
  readonly decisions: readonly Decision[]
  readonly waivers: readonly Waiver[]
  readonly risks: readonly RiskLevel[]
  readonly consultations: readonly Consultation[]
  readonly attestations: readonly Attestation[]
  readonly lawConfirmations: readonly LawConfirmation[]
  /** Public keys of machines whose results count; absent until one was ever recorded. */
  readonly resultsKeys?: readonly string[]
  /** Every key that ever signed reports, in the order of declaration; one at most is in force. */
  readonly reportKeys?: ReadonlyArray<{ readonly key: string; readonly isInForce: boolean }>
  /** Sets of variables that were reviewed against this version of the DPIA. */
  readonly variableSets?: readonly string[]
}

export const nothingDeclared: Declarations = {
  contacts: {},
  signOffs: [],
  decisions: [],
  waivers: [],
  risks: [],
  consultations: [],
  attestations: [],
  lawConfirmations: [],
}

/** The declarations that count, in the order of recording. What was superseded stays so, though its successor is withdrawn. */
export const latest = (all: readonly Declared[]): readonly Declared[] => {
  const byUse = new Map<string, Declared>()
  for (const each of all) {
    const use = `${each.declaration.kind} ${subjectOf(each.declaration)}`
    byUse.delete(use)
    byUse.set(use, each)
  }
  return [...byUse.values()].filter(({ withdrawnOn }) => withdrawnOn === undefined)
}

type ValueOf<K extends DeclarationKind> = Extract<Declaration, { readonly kind: K }>["value"]

/** An answer counts only for the advice that it names. */
const adviceIn = (current: readonly Declared[]): Pick<Declarations, "signOffs" | "unanswered"> => {
  const advice = current.find(({ declaration }) => declaration.kind === "advice")
  if (advice?.declaration.kind !== "advice") return { signOffs: [] }
  const given = advice.declaration.value
  const answer = valuesOf(current, "answer").find((each) => each.to === advice.id)
  if (answer === undefined) return { signOffs: [], unanswered: given }
  const { to: _, ...answered } = answer
  return { signOffs: [{ ...given, answer: answered }] }
}

const valuesOf = <K extends DeclarationKind>(current: readonly Declared[], kind: K): readonly ValueOf<K>[] =>
  current.flatMap(({ declaration }) => (declaration.kind === kind ? [declaration.value as ValueOf<K>] : []))

export const inForce = (all: readonly Declared[]): Declarations => {
  const current = latest(all)
  const [window] = valuesOf(current, "window")
  const [use] = valuesOf(current, "neighbourhood-use")
  const given = valuesOf(current, "contact")
  const contacts = Object.fromEntries(
    given.filter(({ of }) => contactHolders.some((holder) => holder === of)).map(({ of, contact }) => [of, contact]),
  )
  const rung = given.filter(({ of }) => helpLineIds.some((line) => line === of)).map(({ of, on }) => [of, on])
  const sets = valuesOf(current, "variables").flatMap((each) => (isOfThisVersion(each) ? [each.set] : []))
  const { signOffs: advised, ...unanswered } = adviceIn(current)
  const reportKeys = valuesOf(all, "report-key").map(({ key }) => ({
    key,
    isInForce: valuesOf(current, "report-key").some((each) => each.key === key),
  }))
  return {
    ...(window && { window: { opens: window.opens, closes: window.closes } }),
    ...(use && { neighbourhoodUse: { use: use.use, by: use.role.replaceAll("-", " "), on: use.on } }),
    ...unanswered,
    contacts,
    ...(rung.length > 0 && { helpLines: Object.fromEntries(rung) }),
    signOffs: [...valuesOf(current, "approval"), ...advised],
    decisions: valuesOf(current, "decision"),
    waivers: valuesOf(current, "waiver"),
    risks: valuesOf(current, "risk"),
    consultations: valuesOf(current, "consultation"),
    attestations: valuesOf(current, "attestation"),
    lawConfirmations: valuesOf(current, "law"),
    ...(sets.length > 0 && { variableSets: sets }),
    ...(reportKeys.length > 0 && { reportKeys }),
    ...(all.some(({ declaration }) => declaration.kind === "results-key") && {
      resultsKeys: valuesOf(current, "results-key").map(({ key }) => key),
    }),
  }
}
