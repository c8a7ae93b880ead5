/** Looks a written postcode up: its case and spacing do not matter, and nothing else is guessed. */
import { Context, Layer } from "effect"
import { fix, parse } from "postcode"
import type { MatchedGeography } from "../../policy/data/geography.ts"
import { postcodes } from "./made-up.ts"

export class GeographyLookup extends Context.Service<
  GeographyLookup,
  { readonly find: (written: string) => MatchedGeography | "unmatched" | "outside-england" }
>()("db/geography/GeographyLookup") {
  /** The made-up geography; a real one takes its place by import. */
  static readonly layer = Layer.succeed(GeographyLookup, {
    find: (written) => {
      const parsed = parse(fix(written))
      return (parsed.valid ? postcodes.get(parsed.postcode) : undefined) ?? "unmatched"
    },
  })
}
