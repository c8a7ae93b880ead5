/** The geography that this deployment runs on: the imported one where there is one, else the small made-up one, which says so. */
import { Layer } from "effect"
import type { GeographyInUse } from "../../policy/evidence/geography-in-use.ts"
import type { NeighbourhoodUse } from "../../policy/neighbourhood-use.ts"
import type { GeographyHeld } from "../../policy/opening.ts"
import type { Registers } from "../../policy/register.ts"
import { gazetteerOf, placesOf } from "./imported.ts"
import type { Index, IndexMeta } from "./index-file.ts"
import { readIndex } from "./kept.ts"
import { schoolsIn } from "./listed.ts"
import { GeographyLookup } from "./lookup.ts"
import { councils, madeUpGeography, schools } from "./made-up.ts"
import { registersLayer, registersOf } from "./registers.ts"

export const geographyHeld = (folder: string): GeographyHeld => {
  const index = readIndex(folder)
  if (index === undefined || index === "damaged") return index ?? "none"
  return index.meta.extent
}

export interface Geography {
  readonly layer: Layer.Layer<GeographyLookup | Registers>
  /** What its licences ask to be shown, or that it is made up. */
  readonly shown: readonly string[]
}

const madeUp: Geography = {
  layer: Layer.merge(GeographyLookup.layer, registersLayer),
  shown: [`The places, ${schools.length} schools and ${councils.length} councils of this rehearsal are made up.`],
}

const imported = (index: Index, use: NeighbourhoodUse | undefined): Geography => ({
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

/** Fails loudly on a damaged file: nothing is matched by guesswork. */
export const geographyIn = (folder: string | undefined, use?: NeighbourhoodUse): Geography => {
  const index = folder === undefined ? undefined : readIndex(folder)
  if (index === "damaged") throw new Error("The imported geography is damaged: import it again.")
  return index === undefined ? madeUp : imported(index, use)
}

/** What an audit is told. */
export const toldOf = (folder: string, neighbourhoodUse?: NeighbourhoodUse): GeographyInUse["Service"] => {
  const index = readIndex(folder)
  if (index === undefined || index === "damaged") return madeUpGeography
  const places = placesOf(index, neighbourhoodUse)
  const fields = [...new Set(places.flatMap((place) => (typeof place === "string" ? [] : Object.keys(place))))]
  return { vintage: index.meta.sources.map(({ vintage }) => vintage).join("; "), fields, neighbourhoodUse }
}
