/** Matches a home postcode in memory and wipes it; the only place that unwraps one. */
import { Effect, Redacted } from "effect"
import type { Geography } from "../../policy/data/geography.ts"
import type { HomePostcode } from "../../policy/response/postcode.ts"
import type { Admitted, Matched } from "../../policy/response/stage.ts"
import { withoutPostcode } from "../../policy/response/without-postcode.ts"
import { GeographyLookup } from "./lookup.ts"

const matchAndWipe = Effect.fnUntraced(function* (
  postcode: HomePostcode,
): Effect.fn.Return<Geography, never, GeographyLookup> {
  const lookup = yield* GeographyLookup
  const bytes = Redacted.value(postcode)
  const geography = lookup.find(new TextDecoder().decode(bytes))
  bytes.fill(0)
  Redacted.wipeUnsafe(postcode)
  return geography
})

/** The only function that makes `Matched`, which holds nothing of the postcode. */
export const match = Effect.fnUntraced(function* (
  admitted: Admitted,
): Effect.fn.Return<Matched, never, GeographyLookup> {
  const { form, answers, postcode } = admitted
  const geography = Redacted.isRedacted(postcode) ? yield* matchAndWipe(postcode) : postcode
  return withoutPostcode({ form, answers, geography }) as Matched
})
