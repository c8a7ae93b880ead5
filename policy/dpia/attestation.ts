/** Records what a person attests: that a commitment which only people can keep is kept, with evidence and a last day. */
import { Schema } from "effect"
import { PersonId } from "../capability/member.ts"
import { CivilDate } from "../civil-day.ts"
import { roles } from "../data/role.ts"
import { Digest } from "../record/digest.ts"
import type { Commitment } from "./commitments/commitment.ts"
import { commitments } from "./commitments/commitments.ts"
import { Text } from "./entry.ts"

/** A commitment whose every measure is a person's part: no code can show that it is kept. */
const isForPeopleAlone = ({ how = {} }: Commitment): boolean => Object.keys(how).join() === "people"

export const attestable: readonly Commitment[] = commitments.filter(isForPeopleAlone)

const isAttestable = (id: string): boolean => attestable.some((each) => each.id === id)

/** `by` owns it; `until` is the last day on which it counts. The digest identifies the document without holding it. */
export const Attestation = Schema.Struct({
  commitment: Schema.String.check(
    Schema.makeFilter((id) => isAttestable(id) || "name a commitment that only people can keep"),
  ),
  reference: Text,
  digest: Digest,
  until: CivilDate,
  by: PersonId,
  role: Schema.Literals(roles),
  on: CivilDate,
}).check(Schema.makeFilter(({ on, until }) => until > on || "end the attestation after the day on which it is given"))
export type Attestation = typeof Attestation.Type

export const attestationStates = ["missing", "lapsed", "attested"] as const
export type AttestationState = (typeof attestationStates)[number]

/** By the clock: one dated after today does not count yet, and one past its last day has lapsed. */
export const attestationState = (given: Attestation | undefined, today: string): AttestationState => {
  if (given === undefined || given.on > today) return "missing"
  return given.until < today ? "lapsed" : "attested"
}
