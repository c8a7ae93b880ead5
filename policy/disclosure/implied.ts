/** Finds what is withheld in one table and is the difference, or the sum, of two counts published in any. */
import type { CellKey, LedgerTable } from "./audit/ledger.ts"

const lows = 2 ** 25
const low = (key: CellKey): number => Number(BigInt.asUintN(25, key))

const keysIn = ({ cells }: LedgerTable, isPublished: boolean): ReadonlySet<CellKey> =>
  new Set(cells.filter(({ count, published }) => count > 0 && published === isPublished).map(({ key }) => key))

/** How many withheld cells are implied; `undefined` where there are more than `pairs` to look at. */
export const implied = (tables: readonly LedgerTable[], pairs: number): number | undefined => {
  const own = tables.map((table) => ({ shown: keysIn(table, true), hidden: keysIn(table, false) }))
  const known = new Set(own.flatMap(({ shown }) => [...shown]))
  const shown = [...known]
  // One whose records are shown too is of a row with this category alone: whether that tells it has been looked at by its name.
  const hidden = [...new Set(own.flatMap((each) => [...each.hidden]))].filter((key) => !known.has(key))
  if (shown.length * hidden.length > pairs) return undefined
  const likely = new Uint8Array(lows)
  const bits = Int32Array.from(shown, low)
  for (const bit of bits) likely[bit] = 1
  /** What a table that withholds it publishes itself has been audited with it, and is known of the empty cells beside it or is not. */
  const isNews = (key: CellKey, one: CellKey, other: CellKey): boolean =>
    known.has(other) && own.some((each) => each.hidden.has(key) && !(each.shown.has(one) && each.shown.has(other)))
  const isImplied = (key: CellKey): boolean => {
    const bitsOfKey = low(key)
    for (let at = 0; at < bits.length; at++) {
      const bit = bits[at] ?? 0
      const isLess = likely[(bit + bitsOfKey) & (lows - 1)] === 1
      const isPart = likely[(bitsOfKey - bit) & (lows - 1)] === 1
      if (!isLess && !isPart) continue
      const each = shown[at] ?? 0n
      if (isLess && isNews(key, each, BigInt.asUintN(64, each + key))) return true
      if (isPart && isNews(key, each, BigInt.asUintN(64, key - each))) return true
    }
    return false
  }
  return hidden.filter(isImplied).length
}
