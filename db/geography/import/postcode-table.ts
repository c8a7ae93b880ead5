/** Collects each postcode once, with its place and whether it is live, in a few megabytes for millions of rows. */
import { sectorOf, unitOf, unitsInSector } from "../postcode-number.ts"

const used = 0x80000000
const liveBit = 0x10000

export interface PostcodeTable {
  readonly add: (postcode: string, place: number, live: boolean) => "added" | "twice" | "not one"
  /** Visits the sectors in order, each with its units in order. */
  readonly eachSector: (visit: (sector: number, units: readonly number[], values: readonly number[]) => void) => void
  readonly count: () => number
}

export const isLive = (value: number): boolean => (value & liveBit) !== 0
export const placeOf = (value: number): number => value & 0xffff

export const makePostcodeTable = (): PostcodeTable => {
  const sectors = new Map<number, number>()
  let slots = new Uint32Array(4_000 * unitsInSector)
  let count = 0

  const slotOf = (sector: number): number => {
    const known = sectors.get(sector)
    if (known !== undefined) return known
    const at = sectors.size * unitsInSector
    sectors.set(sector, at)
    if (at + unitsInSector > slots.length) {
      const wider = new Uint32Array(slots.length * 2)
      wider.set(slots)
      slots = wider
    }
    return at
  }

  return {
    add: (postcode, place, live) => {
      const sector = sectorOf(postcode)
      const unit = unitOf(postcode)
      if (sector < 0 || unit < 0) return "not one"
      const at = slotOf(sector) + unit
      if (slots[at] !== 0) return "twice"
      slots[at] = used | (live ? liveBit : 0) | place
      count++
      return "added"
    },
    eachSector: (visit) => {
      for (const [sector, at] of [...sectors].sort(([one], [other]) => one - other)) {
        const values = slots.subarray(at, at + unitsInSector)
        const units = [...values.keys()].filter((unit) => values[unit] !== 0)
        visit(
          sector,
          units,
          units.map((unit) => values[unit] ?? 0),
        )
      }
    },
    count: () => count,
  }
}
