/** Combines the files into one index; every place must be in all of them, and their order does not matter. */
import { type IndexParts, liveUnit, mixed, outside } from "../index-file.ts"
import { firstPlace, unplaced } from "../place-number.ts"
import type { Authority } from "./lists.ts"
import type { Place } from "./places.ts"
import { isLive, placeOf } from "./postcode-table.ts"
import type { PostcodesRead } from "./postcodes.ts"
import { refuse } from "./refusal.ts"
import type { School } from "./schools.ts"

export interface Listed extends Authority {
  readonly code: string
}

export interface Assembled {
  readonly parts: IndexParts
  readonly authorities: readonly Listed[]
  readonly schools: readonly School[]
}

const byText =
  <T>(of: (each: T) => string) =>
  (one: T, other: T): number => {
    const [left, right] = [of(one), of(other)]
    return left < right ? -1 : Number(left > right)
  }

const listed = (places: readonly Place[], authorities: ReadonlyMap<string, Authority>): readonly Listed[] => {
  const regions = new Map<string, string>()
  for (const { authority, region, file, line } of places) {
    const named = authorities.get(authority)
    if (!named)
      throw refuse("its local authority is not in the lookup given: they are of different years", { file, line })
    if (!(named.region || region)) throw refuse("the files given say no region for its local authority", { file, line })
    regions.set(authority, named.region || region)
  }
  return [...regions]
    .map(([code, region]) => ({ code, name: authorities.get(code)?.name ?? "", region }))
    .sort(byText(({ code }) => code))
}

const decileOf = ({ lsoa, file, line }: Place, deciles: ReadonlyMap<string, number>): number => {
  if (lsoa === "") return 0
  const decile = deciles.get(lsoa)
  if (decile === undefined)
    throw refuse("its LSOA is not in the Indices of Deprivation given: they are of different years", { file, line })
  return decile
}

export const assemble = (
  { table, places }: PostcodesRead,
  deciles: ReadonlyMap<string, number>,
  authorities: ReadonlyMap<string, Authority>,
  schools: ReadonlyMap<string, School>,
): Assembled => {
  const named = listed(places, authorities)
  const authorityAt = new Map(named.map(({ code }, at) => [code, at]))
  const order = [...places.entries()].sort(byText(([, { lsoa, authority }]) => `${lsoa} ${authority}`))
  const renumbered = new Uint16Array(firstPlace + places.length)
  renumbered[1] = 1
  const lsoas = new Uint32Array(firstPlace + places.length)
  const owners = new Uint16Array(firstPlace + places.length).fill(mixed)
  const ranks = new Uint8Array(firstPlace + places.length)
  for (const [at, [before, place]] of order.entries()) {
    renumbered[firstPlace + before] = firstPlace + at
    lsoas[firstPlace + at] = Number(place.lsoa.slice(3))
    owners[firstPlace + at] = authorityAt.get(place.authority) ?? mixed
    ranks[firstPlace + at] = decileOf(place, deciles)
  }

  const sectors: number[] = []
  const starts: number[] = [0]
  const shared: number[] = []
  const units = new Uint16Array(table.count())
  const numbers = new Uint16Array(table.count())
  let at = 0
  table.eachSector((sector, unitsHere, values) => {
    let all: number | undefined
    for (const [index, value] of values.entries()) {
      const place = renumbered[placeOf(value)] ?? 0
      units[at] = (unitsHere[index] ?? 0) | (isLive(value) ? liveUnit : 0)
      numbers[at++] = place
      if (place === unplaced) continue
      const owner = place === 0 ? outside : (owners[place] ?? mixed)
      all = all === undefined || all === owner ? owner : mixed
    }
    sectors.push(sector)
    starts.push(at)
    shared.push(all ?? mixed)
  })
  const sorted = [...schools.values()].sort(byText(({ urn }) => urn))
  const lines = sorted.map(({ urn, name, town }) => [urn, name, town].map(oneLine).join("\t")).join("\n")
  return {
    authorities: named,
    schools: sorted,
    parts: {
      sectors: Uint32Array.from(sectors),
      starts: Uint32Array.from(starts),
      shared: Uint16Array.from(shared),
      units,
      places: numbers,
      lsoas,
      authorities: owners,
      deciles: ranks,
      schools: new TextEncoder().encode(lines),
    },
  }
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim()
