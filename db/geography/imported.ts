/** Looks up postcodes in the imported geography, kept in memory as numbers; returns an LSOA only if a use for it is recorded. */
import type { Located, MatchedAuthority } from "../../policy/data/geography.ts"
import type { NeighbourhoodUse } from "../../policy/deployment/neighbourhood-use.ts"
import { onlyPermitted, withNeighbourhood } from "../../policy/response/permitted-geography.ts"
import { type Gazetteer, type KnownPostcode, liesOutside } from "./gazetteer.ts"
import { type Index, liveUnit, mixed, outside } from "./index-file.ts"
import { outsideEngland, unplaced } from "./place-number.ts"
import { sectorOf, unitOf } from "./postcode-number.ts"

const lsoaCode = (digits: number): string => `E01${String(digits).padStart(6, "0")}`

const authoritiesOf = ({ meta }: Index): readonly MatchedAuthority[] =>
  meta.authorities.map(({ code, region }) => ({ localAuthority: code, region }))

/** One frozen object for each place number, shared by all lookups. */
export const placesOf = (index: Index, use: NeighbourhoodUse | undefined): readonly KnownPostcode["geography"][] => {
  const { lsoas, authorities, deciles } = index.parts
  const named = authoritiesOf(index)
  const located = (at: number): Located | "unplaced" => {
    const authority = named[authorities[at] ?? mixed]
    const decile = deciles[at] ?? 0
    if (authority === undefined) return "unplaced"
    if (decile === 0) return authority
    const match = onlyPermitted({ ...authority, imdDecile: decile })
    return use ? withNeighbourhood(match, lsoaCode(lsoas[at] ?? 0), use) : match
  }
  const places: KnownPostcode["geography"][] = Array.from(lsoas, (_, at) => located(at))
  places[outsideEngland] = "outside-england"
  places[unplaced] = "unplaced"
  return places.map((place) => (typeof place === "string" ? place : Object.freeze(place)))
}

export const gazetteerOf = (index: Index, use?: NeighbourhoodUse): Gazetteer => {
  const { sectors, starts, shared, units, places } = index.parts
  const authorities = authoritiesOf(index)
  const known = placesOf(index, use)
  const live = known.map((geography): KnownPostcode => ({ geography, live: true }))
  const ended = known.map((geography): KnownPostcode => ({ geography, live: false }))
  const bySector = new Map(Array.from(sectors, (sector, at) => [sector, at]))

  const find = (postcode: string): KnownPostcode | undefined => {
    const at = bySector.get(sectorOf(postcode))
    const unit = unitOf(postcode)
    if (at === undefined || unit < 0) return undefined
    let low = starts[at] ?? 0
    let high = (starts[at + 1] ?? 0) - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const here = units[middle] ?? 0
      const current = here & ~liveUnit
      if (current === unit) return (here & liveUnit ? live : ended)[places[middle] ?? 0]
      if (current < unit) low = middle + 1
      else high = middle - 1
    }
    return undefined
  }

  return {
    find,
    sector: (postcode) => {
      const at = bySector.get(sectorOf(postcode))
      const all = at === undefined ? undefined : shared[at]
      if (all === undefined) return liesOutside(postcode) ? "outside-england" : undefined
      return all === outside ? "outside-england" : authorities[all]
    },
  }
}
