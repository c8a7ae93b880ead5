/** Chooses the geography of this deployment: the imported one, else the small made-up one, which is labelled as such. */
import { Layer } from "effect"
import type { NeighbourhoodUse } from "../../policy/deployment/neighbourhood-use.ts"
import type { ImportedGeography } from "../../policy/deployment/opening.ts"
import { type Fact, seen, unseen } from "../../policy/facts/fact.ts"
import type { GeographyInUse } from "../../policy/facts/facts.ts"
import type { Registers } from "../../policy/response/registers.ts"
import { gazetteerOf, placesOf } from "./imported.ts"
import type { Index, IndexMeta } from "./index-file.ts"
import { readIndex } from "./index-folder.ts"
import { GeographyLookup } from "./lookup.ts"
import { councils, madeUpGeography, schools } from "./made-up.ts"
import { schoolsIn } from "./register-index.ts"
import { registersLayer, registersOf } from "./registers.ts"

export const geographyHeld = (folder: string): ImportedGeography => {
  const index = readIndex(folder)
  if (index === undefined || index === "damaged") return index ?? "none"
  return index.meta.extent
}

export interface Geography {
  readonly layer: Layer.Layer<GeographyLookup | Registers>
  /** The statements that its licences require, or that it is made up. */
  readonly shown: readonly string[]
}

const madeUp: Geography = {
  layer: Layer.merge(GeographyLookup.layer, registersLayer),
  shown: [`The places, ${schools.length} schools and ${councils.length} councils of this rehearsal are made up.`],
}

const geographyOf = (index: Index, use: NeighbourhoodUse | undefined): Geography => ({
  layer: Layer.merge(
    GeographyLookup.in(gazetteerOf(index, use)),
    registersOf({
      school: schoolsIn(index),
      council: index.meta.authorities.map(({ code, name }) => ({ code, words: name })),
    }),
  ),
  shown: licencesShown(index.meta),
})

const licencesShown = ({ sources }: IndexMeta): readonly string[] => [...new Set(sources.map(({ licence }) => licence))]

/** Throws on a damaged file, because no postcode may be matched by guesswork. */
export const geographyIn = (folder: string | undefined, use?: NeighbourhoodUse): Geography => {
  const index = folder === undefined ? undefined : readIndex(folder)
  if (index === "damaged")
    throw new Error(
      "The imported geography is damaged. No postcode was matched. Import it again: ask -- geography import FILE…",
    )
  return index === undefined ? madeUp : geographyOf(index, use)
}

/** A damaged index is unseen: the made-up geography is seen only where none was ever imported. */
export const geographyFact = (folder: string, neighbourhoodUse?: NeighbourhoodUse): Fact<GeographyInUse> => {
  const index = readIndex(folder)
  if (index === "damaged") return unseen("the imported geography is damaged: import it again (ask -- geography import)")
  if (index === undefined) return seen(madeUpGeography)
  const places = placesOf(index, neighbourhoodUse)
  const fields = [...new Set(places.flatMap((place) => (typeof place === "string" ? [] : Object.keys(place))))]
  return seen({ vintage: index.meta.sources.map(({ vintage }) => vintage).join("; "), fields, neighbourhoodUse })
}
