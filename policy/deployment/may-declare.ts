/** Names the power that each declaration takes: the controller decides, the DPO advises, a person qualified in law confirms, any member attests. */
import type { Power } from "../capability/power.ts"
import { findings } from "../dpia/findings/findings.ts"
import type { Draft } from "./declaration.ts"

export const declaringPowers = [
  "decide-for-the-controller",
  "advise-as-dpo",
  "attest",
  "confirm-law",
] as const satisfies Power[]
export type DeclaringPower = (typeof declaringPowers)[number]

const isForDpo = (value: object): boolean =>
  findings.some(({ id, decider }) => "finding" in value && value.finding === id && decider.startsWith("the DPO"))

/** A finding that the DPO decides is the DPO's; every other is the controller's. */
export const powerToDeclare = ({ kind, value }: Draft): DeclaringPower => {
  switch (kind) {
    case "advice":
      return "advise-as-dpo"
    case "attestation":
      return "attest"
    case "law":
      return "confirm-law"
    case "decision":
      return isForDpo(value) ? "advise-as-dpo" : "decide-for-the-controller"
    default:
      return "decide-for-the-controller"
  }
}
