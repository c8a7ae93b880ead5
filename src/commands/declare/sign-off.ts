/** Declares the sign-offs of DPIA section 6: approvals, the DPO's advice, and the controller's answer to it. */
import { Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import type { Before } from "../../../policy/deployment/declare.ts"
import { latest } from "../../../policy/deployment/in-force.ts"
import { Unusable } from "../exit-code.ts"
import { withSettings } from "../with-settings.ts"
import { recordDeclaration } from "./record.ts"
import { by, version, wordsFlag } from "./values.ts"

const of = Argument.Literals("WHAT", ["measures", "residual-risks"]).pipe(
  Argument.withDescription("The part of DPIA section 6"),
)

export const approval = Command.make("approval", { of, dpia: version, by }, ({ of, dpia, by }) =>
  recordDeclaration(by, { kind: "approval", value: { of, dpia } }),
).pipe(withSettings, Command.withDescription("Approve the measures, or accept the residual risks (DPIA section 6)"))

export const advice = Command.make(
  "advice",
  { dpia: version, advice: wordsFlag("text", "What the DPO advises"), by },
  ({ dpia, advice, by }) => recordDeclaration(by, { kind: "advice", value: { of: "dpo-advice", dpia, advice } }),
).pipe(withSettings, Command.withDescription("Record the DPO's advice"))

/** Sixty-four zeros are the digest of no advice, which is then refused as such. */
const adviceIn = ({ declared }: Before): string =>
  latest(declared).find(({ declaration }) => declaration.kind === "advice")?.id ?? "0".repeat(64)

const outcome = Flag.Literals("outcome", ["accepted", "overruled"]).pipe(
  Flag.withMetavar("OUTCOME"),
  Flag.withDescription("What the controller makes of the advice"),
)

export const answer = Command.make(
  "answer",
  { outcome, reasons: wordsFlag("reasons", "Why the advice is overruled").pipe(Flag.optional), by },
  Effect.fn("ask.declare.answer")(function* ({ outcome, reasons, by }) {
    if ((outcome === "overruled") !== Option.isSome(reasons))
      return yield* new Unusable({
        message: "Advice is overruled with --reasons, and accepted without. Nothing was recorded. Correct the command.",
      })
    const stated = Option.isSome(reasons) ? { outcome, reasons: reasons.value } : { outcome }
    yield* recordDeclaration(by, (before) => ({ kind: "answer", value: { to: adviceIn(before), ...stated } }))
  }),
).pipe(withSettings, Command.withDescription("Answer the DPO's advice: accept it, or overrule it with reasons"))
