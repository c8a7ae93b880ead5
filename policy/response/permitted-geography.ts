/** Refuses to compile a match that is finer than the DPIA names; adds an LSOA only for the use recorded for it. */
import type { Breach } from "../breach.ts"
import type { MatchedGeography, MatchedNeighbourhood } from "../data/geography.ts"
import type { NeighbourhoodUse } from "../deployment/neighbourhood-use.ts"

/** The fields of a match that the DPIA does not name. */
export type Finer<M> = Exclude<keyof M & string, keyof MatchedGeography>

/** Gives back a match, which does not compile if it is finer than it may be. */
export const onlyPermitted = <M extends MatchedGeography>(
  match: M &
    ([Finer<M>] extends [never]
      ? unknown
      : Breach<"postcode-only-for-geography", `leave "${Finer<M>}" out: it is finer than the DPIA allows`>),
): M => match

/** The one way to a neighbourhood: the use that is recorded for it. */
export const withNeighbourhood = <M extends MatchedGeography>(
  match: M,
  lsoa: string,
  _use: NeighbourhoodUse,
): M & MatchedNeighbourhood => ({ ...match, lsoa })
