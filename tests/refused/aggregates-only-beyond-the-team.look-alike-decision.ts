/** Refuses an object that looks like a decision but was not recorded. */
import { digestOf } from "../../policy/record/digest.ts"
import { checkedPlaces } from "../../policy/release/geography-gate.ts"

export const places = checkedPlaces(["E09000007"], { id: digestOf("decided"), endedOn: undefined })
