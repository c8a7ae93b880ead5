/** In which region a council of the geography in use lies; a damaged one, or a code that it does not have, tells nothing. */
import { readIndex } from "./kept.ts"
import { councils } from "./made-up.ts"

const regionsIn = (folder: string): ReadonlyMap<string, string> => {
  const index = readIndex(folder)
  if (index === "damaged") return new Map()
  const listed = index === undefined ? councils : index.meta.authorities
  return new Map(listed.map(({ code, region }) => [code, region]))
}

/** The geography is read when the first council is asked for. */
export const councilRegions = (folder: string): ((council: string) => string | undefined) => {
  let regions: ReadonlyMap<string, string> | undefined
  return (council) => {
    regions ??= regionsIn(folder)
    return regions.get(council)
  }
}
