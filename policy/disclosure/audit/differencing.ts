/** Counts withheld cells that equal the difference or the sum of two published cells of any linked table. */
import type { CellKey, LinkedTable } from "./linked-table.ts"

/** The low bits of a key: an array of flags by these bits rules out most pairs without a lookup. */
const flags = 2 ** 25
const lowBits = (key: CellKey): number => Number(BigInt.asUintN(25, key))

const keysIn = ({ cells }: LinkedTable, isPublished: boolean): ReadonlySet<CellKey> =>
  new Set(cells.filter(({ count, published }) => count > 0 && published === isPublished).map(({ key }) => key))

/** Returns undefined when there are more than `pairs` pairs to compare. */
export const countImplied = (tables: readonly LinkedTable[], pairs: number): number | undefined => {
  const keysByTable = tables.map((table) => ({ shown: keysIn(table, true), hidden: keysIn(table, false) }))
  const known = new Set(keysByTable.flatMap(({ shown }) => [...shown]))
  const shown = [...known]
  // A withheld cell with the same records as a published one is the only filled category of its row: `matchSameCells` compares it by name.
  const hidden = [...new Set(keysByTable.flatMap((keys) => [...keys.hidden]))].filter((key) => !known.has(key))
  if (shown.length * hidden.length > pairs) return undefined
  const isLikely = new Uint8Array(flags)
  const bits = Int32Array.from(shown, lowBits)
  for (const bit of bits) isLikely[bit] = 1
  /** A pair inside one table that withholds the cell is no news: the audit of that table has covered it. */
  const isNews = (key: CellKey, one: CellKey, other: CellKey): boolean =>
    known.has(other) &&
    keysByTable.some((keys) => keys.hidden.has(key) && !(keys.shown.has(one) && keys.shown.has(other)))
  const isImplied = (key: CellKey): boolean => {
    const bitsOfKey = lowBits(key)
    for (let at = 0; at < bits.length; at++) {
      const bit = bits[at] ?? 0
      const mayBeDifference = isLikely[(bit + bitsOfKey) & (flags - 1)] === 1
      const mayBeSum = isLikely[(bitsOfKey - bit) & (flags - 1)] === 1
      if (!mayBeDifference && !mayBeSum) continue
      const one = shown[at] ?? 0n
      if (mayBeDifference && isNews(key, one, BigInt.asUintN(64, one + key))) return true
      if (mayBeSum && isNews(key, one, BigInt.asUintN(64, key - one))) return true
    }
    return false
  }
  return hidden.filter(isImplied).length
}
