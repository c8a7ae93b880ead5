/** Who approved, advised, decided and waived, by name and day, and which version of the DPIA they had before them. */
import { Schema } from "effect"
import type { Breach } from "../breach.ts"
import { parameters } from "../parameters.ts"
import { CivilDate, isSamePerson, Said } from "./entry.ts"
import { type FindingId, findingIds } from "./finding-id.ts"
import { dpiaVersion } from "./version.ts"

const Person = { name: Said, jobTitle: Said, on: CivilDate }

/** The first 12 digits of the SHA-256 that `ask -- dpia verify` names, or more of them. */
const Version = Schema.String.check(Schema.isPattern(/^[0-9a-f]{12,64}$/))

/** DPIA section 6: the measures approved, the residual risks accepted. */
export const Approval = Schema.Struct({ of: Schema.Literals(["measures", "residual-risks"]), dpia: Version, ...Person })

const Accepted = Schema.Struct({ outcome: Schema.Literal("accepted"), ...Person })
const Overruled = Schema.Struct({ outcome: Schema.Literal("overruled"), reasons: Said, ...Person })

/** The DPO's advice, and what the controller made of it: to overrule it needs reasons. */
export const Advice = Schema.Struct({
  of: Schema.Literal("dpo-advice"),
  dpia: Version,
  ...Person,
  advice: Said,
  answer: Schema.Union([Accepted, Overruled]),
}).check(
  Schema.makeFilter(
    ({ name, answer }) => !isSamePerson(name, answer.name) || "the DPO's advice is answered by somebody else",
  ),
  Schema.makeFilter(({ on, answer }) => answer.on >= on || "advice is answered on or after the day it is given"),
)

export const SignOff = Schema.Union([Approval, Advice])
export type SignOff = typeof SignOff.Type

/** The version that the code was built from; an approval of another says nothing of this one. */
export const isOfThisVersion = ({ dpia }: SignOff): boolean => dpiaVersion.startsWith(dpia)

const Decided = { decision: Said, by: Said, on: CivilDate }

/** What settles F18 is a document, and so its reference is part of the decision. */
const PolicyDocumentNamed = Schema.Struct({ finding: Schema.Literal("F18"), policyDocument: Said, ...Decided })

const otherFindings = findingIds.filter((id) => id !== "F18")
const OtherDecision = Schema.Struct({ finding: Schema.Literals(otherFindings), ...Decided })

/** A finding that somebody with the authority has settled. */
export const Decision = Schema.Union([PolicyDocumentNamed, OtherDecision])
export type Decision = typeof Decision.Type

/** DPA 2018 Schedule 1 paragraph 5 lets nobody waive the policy document: F18 is not here. */
export const waivableFindings = ["F17", "F26"] as const
export type WaivableFinding = (typeof waivableFindings)[number]

const remedy =
  "only F17 and F26 can be waived: record a decision, and for F18 the reference of the appropriate policy document"

const aYearAfter = (day: string): string => `${Number(day.slice(0, 4)) + parameters.waiverLife.value}${day.slice(4)}`

/** One person asks, another grants, an owner carries it, and it ends; `until` is its last day. */
export const Waiver = Schema.Struct({
  finding: Schema.Literals(waivableFindings).annotate({ message: remedy }),
  reason: Said,
  owner: Said,
  askedBy: Said,
  grantedBy: Said,
  on: CivilDate,
  until: CivilDate,
}).check(
  Schema.makeFilter(
    ({ askedBy, grantedBy }) =>
      !isSamePerson(askedBy, grantedBy) || "a waiver is granted by somebody other than the one who asks for it",
  ),
  Schema.makeFilter(({ on, until }) => until >= on || "a waiver ends on or after the day it is granted"),
  Schema.makeFilter(
    ({ on, until }) => until <= aYearAfter(on) || "a waiver ends within a year; after that it is granted anew",
  ),
)
export type Waiver = typeof Waiver.Type

/** What the compiler shows to whoever waives another finding; nothing of this shape is ever read. */
export type NotWaivable = Omit<Waiver, "finding"> & { readonly finding: Exclude<FindingId, WaivableFinding> } & Breach<
    "dpia-signed-off",
    typeof remedy
  >

/** Whether a waiver counts on this day. One dated tomorrow does not count yet, and one that has ended no longer does. */
export const isInForce = ({ on, until }: Waiver, today: string): boolean => on <= today && today <= until
