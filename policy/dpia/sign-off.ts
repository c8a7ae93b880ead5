/** Describes who approved, advised, decided and waived, by id, role and day, and the version of the DPIA that they read. */
import { Schema } from "effect"
import type { Breach } from "../breach.ts"
import { PersonId } from "../capability/member.ts"
import { CivilDate } from "../civil-day.ts"
import { roles } from "../data/role.ts"
import { parameters } from "../parameters.ts"
import { Digest } from "../record/digest.ts"
import { dpiaVersion } from "./document/version.ts"
import { Text } from "./entry.ts"
import { type FindingId, findingIds } from "./findings/finding-id.ts"

/** The list of the team knows the id; the controller's own files know the name. */
const Signed = { by: PersonId, role: Schema.Literals(roles), on: CivilDate }

/** At least the first 12 digits of the SHA-256 that `ask -- dpia verify` prints. */
const Version = Schema.String.check(Schema.isPattern(/^[0-9a-f]{12,64}$/))

/** DPIA section 6: the measures approved, the residual risks accepted. */
export const Approval = Schema.Struct({ of: Schema.Literals(["measures", "residual-risks"]), dpia: Version, ...Signed })

const Accepted = { outcome: Schema.Literal("accepted"), ...Signed }
const Overruled = { outcome: Schema.Literal("overruled"), reasons: Text, ...Signed }

/** The advice before the controller has answered it. */
export const AdviceGiven = Schema.Struct({ of: Schema.Literal("dpo-advice"), dpia: Version, ...Signed, advice: Text })
export type AdviceGiven = typeof AdviceGiven.Type

/** `to` is the digest of the advice that it answers. */
export const AdviceAnswer = Schema.Union([
  Schema.Struct({ to: Digest, ...Accepted }),
  Schema.Struct({ to: Digest, ...Overruled }),
])

/** The DPO's advice and the controller's answer; to overrule it, the controller must give reasons. */
export const Advice = Schema.Struct({
  ...AdviceGiven.fields,
  answer: Schema.Union([Schema.Struct(Accepted), Schema.Struct(Overruled)]),
}).check(
  Schema.makeFilter(({ by, answer }) => by !== answer.by || "let a person other than the DPO answer the advice"),
  Schema.makeFilter(({ on, answer }) => answer.on >= on || "date the answer on or after the day of the advice"),
)

export const SignOff = Schema.Union([Approval, Advice])
export type SignOff = typeof SignOff.Type

/** Whether it is for the version that the code was built from; an approval of another version does not count. */
export const isOfThisVersion = ({ dpia }: { readonly dpia: string }): boolean => dpiaVersion.startsWith(dpia)

const decisionFields = { decision: Text, ...Signed }

/** A policy document settles F18, so its reference is part of the decision. */
const PolicyDocumentNamed = Schema.Struct({ finding: Schema.Literal("F18"), policyDocument: Text, ...decisionFields })

const otherFindings = findingIds.filter((id) => id !== "F18")
const OtherDecision = Schema.Struct({ finding: Schema.Literals(otherFindings), ...decisionFields })

/** The decision of a person with the authority to settle a finding. */
export const Decision = Schema.Union([PolicyDocumentNamed, OtherDecision])
export type Decision = typeof Decision.Type

/** F18 is not here: under DPA 2018 Schedule 1 paragraph 5 no one can waive the policy document. */
export const waivableFindings = ["F17", "F26"] as const
export type WaivableFinding = (typeof waivableFindings)[number]

const remedy =
  "only F17 and F26 can be waived: record a decision, and for F18 the reference of the appropriate policy document"

const aYearAfter = (day: string): string => `${Number(day.slice(0, 4)) + parameters.waiverLife.value}${day.slice(4)}`

/** One person asks for a waiver, another (`by`) grants it, and an owner is responsible. `until` is its last day. */
export const Waiver = Schema.Struct({
  finding: Schema.Literals(waivableFindings).annotate({ message: remedy }),
  reason: Text,
  owner: PersonId,
  askedBy: PersonId,
  ...Signed,
  until: CivilDate,
}).check(
  Schema.makeFilter(({ askedBy, by }) => askedBy !== by || "let a person other than the one who asks grant the waiver"),
  Schema.makeFilter(({ on, until }) => until >= on || "end the waiver on or after the day on which it is granted"),
  Schema.makeFilter(
    ({ on, until }) => until <= aYearAfter(on) || "end the waiver within a year; after that, grant a new one",
  ),
)
export type Waiver = typeof Waiver.Type

/** Who grants it and when is added as it is declared. */
export type WaiverDraft = Omit<Waiver, "by" | "role" | "on">

/** The compiler shows this to a person who waives another finding; no decoder reads this shape. */
export type NotWaivable = Omit<WaiverDraft, "finding"> & {
  readonly finding: Exclude<FindingId, WaivableFinding>
} & Breach<"dpia-signed-off", typeof remedy>

/** Whether a waiver counts on this day: one dated tomorrow does not count yet, and one that has ended no longer counts. */
export const isInForce = ({ on, until }: Waiver, today: string): boolean => on <= today && today <= until
