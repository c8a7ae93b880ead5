/** A second checker made up on the spot. */
import { type Checker, outputsGate } from "../../policy/rules/outputs-checked.ts"

declare const first: Checker
const { person, lastDay } = first
export const checked = outputsGate({ author: person }, [first, { power: "check-output", role: "dpo", person, lastDay }])
