/** Declares decisions on findings, waivers, levels of risk, consultations, and the use of neighbourhoods. */
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { draftWaiver } from "../../../policy/deployment/declare.ts"
import { levels } from "../../../policy/dpia/risk.ts"
import { waivableFindings } from "../../../policy/dpia/sign-off.ts"
import { Unusable } from "../exit-code.ts"
import { dayFlag, personFlag } from "../values.ts"
import { withSettings } from "../with-settings.ts"
import { recordDeclaration } from "./record.ts"
import { by, finding, risk, wordsFlag } from "./values.ts"

export const decision = Command.make(
  "decision",
  {
    finding,
    decision: wordsFlag("text", "The decision"),
    document: wordsFlag("policy-document", "The reference of the appropriate policy document (F18)").pipe(
      Flag.optional,
    ),
    by,
  },
  Effect.fn("ask.declare.decision")(function* ({ finding, decision, document, by }) {
    if ((finding === "F18") !== Option.isSome(document))
      return yield* new Unusable({
        message:
          "F18, and no other finding, is decided with --policy-document. Nothing was recorded. Correct the command.",
      })
    const named = Option.isSome(document) ? { policyDocument: document.value } : {}
    yield* recordDeclaration(by, { kind: "decision", value: { finding, decision, ...named } })
  }),
).pipe(withSettings, Command.withDescription("Decide a finding about the DPIA"))

export const waiver = Command.make(
  "waiver",
  {
    finding,
    reason: wordsFlag("reason", "Why it is waived for now"),
    owner: personFlag("owner", "The person who is responsible for the decision"),
    askedBy: personFlag("asked-by", "The person who asks for the waiver"),
    until: dayFlag("until", "The last day of the waiver, within a year"),
    by,
  },
  Effect.fn("ask.declare.waiver")(function* ({ finding, by, ...stated }) {
    const waivable = waivableFindings.find((each) => each === finding)
    if (waivable === undefined)
      return yield* new Unusable({
        message: `${finding} cannot be waived. Nothing was recorded. Decide it: ask declare decision ${finding}`,
      })
    yield* recordDeclaration(by, draftWaiver({ finding: waivable, ...stated }))
  }),
).pipe(withSettings, Command.withDescription("Waive F17 or F26 for a time, asked for by another person"))

const level = (name: "before" | "after", description: string) =>
  Flag.Literals(name, levels).pipe(Flag.withMetavar("LEVEL"), Flag.withDescription(description))

const acceptable = Flag.Literals("acceptable", ["yes", "no"]).pipe(
  Flag.withMetavar("ANSWER"),
  Flag.withDescription("Whether the level after is acceptable"),
)

export const riskLevel = Command.make(
  "risk",
  { risk, before: level("before", "Before the measures"), after: level("after", "After the measures"), acceptable, by },
  ({ by, acceptable, ...stated }) =>
    recordDeclaration(by, { kind: "risk", value: { ...stated, acceptable: acceptable === "yes" } }),
).pipe(withSettings, Command.withDescription("Set the level of a risk, before and after the measures"))

export const consultation = Command.make(
  "consultation",
  {
    risk,
    reference: wordsFlag("reference", "The regulator's reference"),
    outcome: wordsFlag("outcome", "What the regulator answered"),
    by,
  },
  ({ by, ...value }) => recordDeclaration(by, { kind: "consultation", value }),
).pipe(withSettings, Command.withDescription("Record the regulator's answer on a high risk (UK GDPR Art 36)"))

export const neighbourhoodUse = Command.make(
  "neighbourhood-use",
  { use: wordsFlag("use", "What neighbourhoods (LSOAs) are used for"), by },
  ({ use, by }) => recordDeclaration(by, { kind: "neighbourhood-use", value: { use } }),
).pipe(withSettings, Command.withDescription("Decide that neighbourhoods are kept, and for what (F38)"))
