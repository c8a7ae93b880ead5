/** Defines each declaration: a sign-off, decision, waiver or other statement that a named person records, never code. */
import { Schema } from "effect"
import { PersonId } from "../capability/member.ts"
import { CivilDate } from "../civil-day.ts"
import { helpLineIds } from "../data/help-lines.ts"
import { roles } from "../data/role.ts"
import { Attestation } from "../dpia/attestation.ts"
import { Text } from "../dpia/entry.ts"
import { LawConfirmation } from "../dpia/law/confirmation.ts"
import { Consultation, RiskLevel } from "../dpia/risk.ts"
import { AdviceAnswer, AdviceGiven, Approval, Decision, Waiver } from "../dpia/sign-off.ts"
import { canonicalJson } from "../record/canonical-json.ts"
import { Digest, digestOf } from "../record/digest.ts"
import { ResultsKey } from "../record/results-key.ts"
import { addressesOf, Contact, contactHolders } from "./contacts.ts"

const signed = { by: PersonId, role: Schema.Literals(roles), on: CivilDate }

/** First and last day, both included, London time. */
export const DeclaredWindow = Schema.Struct({ opens: CivilDate, closes: CivilDate, ...signed }).check(
  Schema.makeFilter(({ opens, closes }) => opens <= closes || "let the window close on or after the day it opens"),
)

/** For a help line: its number, which a person rang on that day. */
const DeclaredContact = Schema.Struct({
  of: Schema.Literals([...contactHolders, ...helpLineIds]),
  contact: Contact,
  ...signed,
}).check(
  Schema.makeFilter(
    ({ of, contact }) =>
      of !== "security" ||
      addressesOf(contact).length > 0 ||
      "give an email address, a page or a telephone number to which weaknesses are reported",
  ),
)

/** The use for which the controller keeps neighbourhoods (F38). */
const DeclaredUse = Schema.Struct({ use: Text, ...signed })

/** The key with which the runs of a machine sign their results; `machine` says which it is. */
const DeclaredResultsKey = Schema.Struct({ key: ResultsKey, machine: Text, ...signed })

/** The key with which reports are signed; a later one takes its place, and it signs no more. */
const DeclaredReportKey = Schema.Struct({ key: ResultsKey, ...signed })

/** A set of variables that the controller reviewed against a version of the DPIA (C088). */
const DeclaredVariables = Schema.Struct({
  set: Schema.String.check(Schema.isPattern(/^[0-9a-f]{12}$/)),
  dpia: Schema.String.check(Schema.isPattern(/^[0-9a-f]{12,64}$/)),
  ...signed,
})

const kind = <const K extends string, S extends Schema.Top>(name: K, value: S) =>
  Schema.Struct({ kind: Schema.Literal(name), value })

/** Every kind of declaration, with its own shape. */
export const Declarable = Schema.Union([
  kind("approval", Approval),
  kind("advice", AdviceGiven),
  kind("answer", AdviceAnswer),
  kind("decision", Decision),
  kind("waiver", Waiver),
  kind("risk", RiskLevel),
  kind("consultation", Consultation),
  kind("attestation", Attestation),
  kind("window", DeclaredWindow),
  kind("contact", DeclaredContact),
  kind("neighbourhood-use", DeclaredUse),
  kind("law", LawConfirmation),
  kind("results-key", DeclaredResultsKey),
  kind("variables", DeclaredVariables),
  kind("report-key", DeclaredReportKey),
])
export type Declaration = typeof Declarable.Type
export type DeclarationKind = Declaration["kind"]

export const declarationKinds = Declarable.members.map(({ fields }) => fields.kind.literal)

/** A statement before the person, role and day are added. */
export interface Draft {
  readonly kind: DeclarationKind
  readonly value: object
}

/** The subject: a later declaration of the same kind about the same subject takes its place. */
export const subjectOf = ({ kind, value }: Declaration): string => {
  switch (kind) {
    case "approval":
    case "contact":
      return value.of
    case "decision":
    case "waiver":
      return value.finding
    case "risk":
    case "consultation":
      return value.risk
    case "attestation":
      return value.commitment
    case "law":
      return value.entry
    case "results-key":
      return digestOf(value.key).slice(0, 16)
    default:
      return kind
  }
}

/** A declaration as it is stored: `place` counts from 1 in the order of recording. */
export const Declared = Schema.Struct({
  place: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1_000_000 })),
  id: Digest,
  declaration: Declarable,
  withdrawnOn: Schema.optionalKey(CivilDate),
}).check(
  Schema.makeFilter(
    ({ place, id, declaration }) => id === declarationId(place, declaration) || "a declaration is as it was recorded",
  ),
)
export type Declared = typeof Declared.Type

/** The ledger holds this digest alone; the place makes two equal declarations two. */
export const declarationId = (place: number, declaration: Declaration): Digest =>
  digestOf(canonicalJson({ place, ...declaration }))

/** A declaration as a store kept it is outside input: it is read whole and unchanged, or not at all. */
export const readDeclared = Schema.decodeUnknownEffect(Declared, { onExcessProperty: "error" })
