/** What a signed decision may widen publication to: local authorities, and nothing finer is kept under a name of its own. */
import { Schema } from "effect"
import type { FinerGeography } from "../data/geography.ts"
import type { PublicationGeography } from "./table.ts"

/** ONS codes of unitary authorities, districts, metropolitan districts and London boroughs. */
export const LocalAuthority = Schema.String.check(Schema.isPattern(/^E0[6-9][0-9]{6}$/)).pipe(
  Schema.brand("LocalAuthority"),
)
export type LocalAuthority = typeof LocalAuthority.Type

const isLocalAuthority = Schema.is(LocalAuthority)

/** Whether a decision for this geography speaks of this place. */
export const isWithin = (geography: FinerGeography, place: string): boolean =>
  geography === "local-authority" && isLocalAuthority(place)

export type PublicationPlace = PublicationGeography | LocalAuthority
