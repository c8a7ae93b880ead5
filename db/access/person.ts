/** Reads the id of a person from a row of a store. */
import { Effect, Schema } from "effect"
import { PersonId } from "../../policy/capability/member.ts"
import type { EvidenceStore } from "../evidence/evidence-store.ts"
import type { StoreUnavailable } from "../store-unavailable.ts"

const decode = Schema.decodeUnknownEffect(PersonId)

export const decodePerson = (
  { inconsistent }: Pick<EvidenceStore, "inconsistent">,
  person: string,
): Effect.Effect<PersonId, StoreUnavailable> => Effect.mapError(decode(person), inconsistent)
