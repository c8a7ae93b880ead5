/** How many home postcodes were matched and how many were not, in bands, for audits. */
import { Context } from "effect"
import type { Banded } from "../report/banded.ts"

export class PlacesMatched extends Context.Service<
  PlacesMatched,
  { readonly matched: Banded; readonly unmatched: Banded }
>()("policy/evidence/PlacesMatched") {}
