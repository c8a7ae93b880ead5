/** Looks up a postcode, as a child wrote it, in the geography in use. */
import { Context, Layer } from "effect"
import type { Gazetteer } from "./gazetteer.ts"
import { madeUp } from "./made-up.ts"
import { type Reading, readWritten } from "./parse-postcode.ts"

export class GeographyLookup extends Context.Service<
  GeographyLookup,
  { readonly find: (written: string) => Reading["geography"] }
>()("db/geography/GeographyLookup") {
  static readonly in = (gazetteer: Gazetteer): Layer.Layer<GeographyLookup> =>
    Layer.succeed(GeographyLookup, { find: (written) => readWritten(gazetteer, written).geography })

  /** The made-up geography, until a published one is imported. */
  static readonly layer = GeographyLookup.in(madeUp)
}
