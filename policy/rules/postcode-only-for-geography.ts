/** A home postcode becomes a local authority, a region and a deprivation decile, and serves nothing else; an LSOA only while a use for it is recorded. */
import { Effect } from "effect"
import type { Breach } from "../breach.ts"
import type { MatchedGeography, MatchedNeighbourhood } from "../data/geography.ts"
import { GeographyInUse } from "../evidence/geography-in-use.ts"
import type { NeighbourhoodUse } from "../neighbourhood-use.ts"
import { defineRule, noneOf } from "../rule.ts"

/** Never finer: no sector, no output area, no coordinate (F38). */
const permitted: Readonly<Record<keyof MatchedGeography, true>> = {
  localAuthority: true,
  region: true,
  imdDecile: true,
}

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

export const postcodeOnlyForGeography = defineRule({
  id: "postcode-only-for-geography",
  statement: "The home postcode is used only to match in higher levels of geography.",
  source: { section: 2, quote: "used only to match in higher levels of geography" },
  law: ["UK GDPR Art 5(1)(b)", "UK GDPR Art 5(1)(c)"],
  enforcedBy: ["types", "test"],
  audit: Effect.gen(function* () {
    const { fields, vintage, neighbourhoodUse } = yield* GeographyInUse
    const allowed: readonly string[] = [...Object.keys(permitted), ...(neighbourhoodUse ? ["lsoa"] : [])]
    const finer = fields.filter((field) => !allowed.includes(field))
    return noneOf(
      finer.map((field) => `a match returns ${field}, which the DPIA does not name`),
      `a match returns ${fields.join(", ")} and no finer; geography: ${vintage}${neighbourhoodUse ? `; LSOA for: ${neighbourhoodUse.use}` : ""}`,
    )
  }),
})
