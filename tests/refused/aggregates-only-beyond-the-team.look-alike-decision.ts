/** A decision that nobody took. */
import { digestOf } from "../../policy/evidence/digest.ts"
import { placesOf } from "../../policy/rules/aggregates-only-beyond-the-team.ts"

export const places = placesOf(["E09000007"], { id: digestOf("decided"), endedOn: undefined })
