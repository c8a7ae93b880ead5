/** Refuses files with fewer rows than England has: a file may have lost its end exactly at the end of a line. */
import type { Census } from "./kind.ts"
import type { Place } from "./places.ts"
import { refuse } from "./refusal.ts"

const neighbourhoods: Readonly<Record<Census, number>> = { "11": 32_844, "21": 33_755 }
const leastLive = 1_400_000
const leastAuthorities = 290
const leastSchools = 20_000

export interface Counted {
  readonly census: Census
  readonly live: number
  readonly places: readonly Place[]
  readonly deciles: ReadonlyMap<string, number>
  readonly authorities: number
  readonly schools: number
}

const asPart = "; for a part of England, in a rehearsal, add --part"
const short = (what: string): Error => refuse(`the files look cut off: ${what}${asPart}`)

export const requireWhole = ({ census, live, places, deciles, authorities, schools }: Counted): void => {
  const wanted = neighbourhoods[census]
  if (deciles.size !== wanted) throw short(`${deciles.size} LSOAs with a decile where England has ${wanted}`)
  for (let decile = 1; decile <= 10; decile++) {
    const share = [...deciles.values()].filter((each) => each === decile).length / wanted
    if (Math.abs(share - 0.1) > 0.005) throw short(`decile ${decile} does not hold a tenth of the LSOAs`)
  }
  if (live < leastLive) throw short(`${live} live postcodes where England has over ${leastLive}`)
  const seen = new Set(places.map(({ lsoa }) => lsoa))
  const without = [...deciles.keys()].filter((lsoa) => !seen.has(lsoa)).length
  if (without > 0) throw short(`${without} LSOAs have no postcode`)
  if (authorities < leastAuthorities) throw short(`${authorities} local authorities where England has about 300`)
  if (schools < leastSchools) throw short(`${schools} open schools where England has over ${leastSchools}`)
}
