/** The geography that postcodes are matched to, for audits. */
import { Context } from "effect"
import type { NeighbourhoodUse } from "../neighbourhood-use.ts"

export class GeographyInUse extends Context.Service<
  GeographyInUse,
  {
    /** The fields that a match returns. */
    readonly fields: readonly string[]
    /** The publisher's edition, such as "NSPL November 2021"; `made up` in rehearsal. */
    readonly vintage: string
    /** Why a match returns an LSOA; absent, it may not. */
    readonly neighbourhoodUse?: NeighbourhoodUse | undefined
  }
>()("policy/evidence/GeographyInUse") {}
