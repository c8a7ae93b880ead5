/** Finds every way to fill the withheld cells of a small publication by trial: slow and plain, to judge faster code. */
import type { Publication } from "../../../../policy/disclosure/audit/publication.ts"

type Ranges = ReadonlyMap<string, readonly [least: number, greatest: number]>

/** No part is more than its total. */
const capsOf = ({ cells, relations }: Publication): ReadonlyMap<string, number> => {
  const caps = new Map([...cells].map(([id, { value, published }]) => [id, published ? (value ?? 0) : Infinity]))
  for (let moved = true; moved; ) {
    moved = false
    const lower = (id: string, cap: number): void => {
      if (cap >= (caps.get(id) ?? 0)) return
      caps.set(id, cap)
      moved = true
    }
    for (const [total, ...children] of relations) {
      for (const child of children) lower(child, caps.get(total) ?? 0)
      lower(
        total,
        children.reduce((sum, child) => sum + (caps.get(child) ?? 0), 0),
      )
    }
  }
  return caps
}

/** Undefined when a cell is without bound, or when there is too much to try. */
export const everyFilling = (publication: Publication, most = 60_000): Ranges | undefined => {
  const { cells, relations, attacker } = publication
  const caps = capsOf(publication)
  const ids = [...cells].filter(([, { published }]) => !published).map(([id]) => id)
  if (ids.some((id) => caps.get(id) === Infinity)) return undefined
  const filled = new Map<string, number>()
  for (const [id, { value, published }] of cells) if (published) filled.set(id, value ?? 0)
  const naming = new Map(ids.map((id) => [id, relations.filter((relation) => relation.includes(id))]))
  const canHold = ([total, ...children]: readonly [string, ...string[]]): boolean => {
    const least = children.reduce((sum, id) => sum + (filled.get(id) ?? attacker.lowerBound), 0)
    const greatest = children.reduce((sum, id) => sum + (filled.get(id) ?? caps.get(id) ?? 0), 0)
    return (
      least <= (filled.get(total) ?? caps.get(total) ?? 0) && greatest >= (filled.get(total) ?? attacker.lowerBound)
    )
  }
  const ranges = new Map<string, readonly [number, number]>()
  let tried = 0
  const fill = (at: number): void => {
    const id = ids[at]
    if (id === undefined) {
      for (const each of ids) {
        const value = filled.get(each) ?? 0
        const [least, greatest] = ranges.get(each) ?? [value, value]
        ranges.set(each, [Math.min(least, value), Math.max(greatest, value)])
      }
      return
    }
    for (let value = attacker.lowerBound; value <= (caps.get(id) ?? 0) && tried <= most; value++) {
      tried += 1
      filled.set(id, value)
      if (naming.get(id)?.every(canHold)) fill(at + 1)
    }
    filled.delete(id)
  }
  fill(0)
  return tried > most ? undefined : ranges
}
