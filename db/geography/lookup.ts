/** Looks a written postcode up in the geography that is in use. */
import { Context, Layer } from "effect"
import type { Gazetteer } from "./gazetteer.ts"
import { madeUp } from "./made-up.ts"
import { type Reading, readWritten } from "./written.ts"

export class GeographyLookup extends Context.Service<
  GeographyLookup,
  { readonly find: (written: string) => Reading["geography"] }
>()("db/geography/GeographyLookup") {
  static readonly in = (gazetteer: Gazetteer): Layer.Layer<GeographyLookup> =>
    Layer.succeed(GeographyLookup, { find: (written) => readWritten(gazetteer, written).geography })

  /** The made-up geography; a real one takes its place by import. */
  static readonly layer = GeographyLookup.in(madeUp)
}
