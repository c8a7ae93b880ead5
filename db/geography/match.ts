/** The home postcode's whole life: unwrapped here and nowhere else, matched in memory, wiped, gone. */
import { Effect, Redacted } from "effect"
import type { Geography } from "../../policy/data/geography.ts"
import type { HomePostcode } from "../../policy/postcode.ts"
import { withoutPostcode } from "../../policy/rules/postcode-destroyed-after-matching.ts"
import type { Admitted, Matched } from "../../policy/stage.ts"
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

/** Makes `Matched`; the only function that does, and it takes nothing of the postcode with it. */
export const match = Effect.fnUntraced(function* (
  admitted: Admitted,
): Effect.fn.Return<Matched, never, GeographyLookup> {
  const { form, answers, postcode } = admitted
  const geography = Redacted.isRedacted(postcode) ? yield* matchAndWipe(postcode) : postcode
  return withoutPostcode({ form, answers, geography }) as Matched
})
