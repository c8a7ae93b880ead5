/** Finds what is withheld in one table and is the difference, or the sum, of two counts published in any. */
import type { CellKey, LedgerTable } from "./audit/ledger.ts"

const lows = 2 ** 25
const low = (key: CellKey): number => Number(BigInt.asUintN(25, key))

/** So many pairs are looked at in seconds. */
const most = 4e9

const keysOf = (tables: readonly LedgerTable[], isPublished: boolean): readonly CellKey[] => [
  ...new Set(
    tables.flatMap(({ cells }) =>
      cells.filter(({ count, published }) => count > 0 && published === isPublished).map(({ key }) => key),
    ),
  ),
]

/** How many withheld cells are implied; `undefined` where there are too many to look. */
export const implied = (tables: readonly LedgerTable[]): number | undefined => {
  const shown = keysOf(tables, true)
  const hidden = keysOf(tables, false)
  if (shown.length * hidden.length > most) return undefined
  const known = new Set(shown)
  const likely = new Uint8Array(lows)
  const bits = Int32Array.from(shown, low)
  for (const bit of bits) likely[bit] = 1
  const isImplied = (key: CellKey): boolean => {
    const own = low(key)
    for (let at = 0; at < bits.length; at++) {
      const bit = bits[at] ?? 0
      const isLess = likely[(bit + own) & (lows - 1)] === 1
      const isPart = likely[(own - bit) & (lows - 1)] === 1
      if (!isLess && !isPart) continue
      const each = shown[at] ?? 0n
      if (isLess && known.has(BigInt.asUintN(64, each + key))) return true
      if (isPart && known.has(BigInt.asUintN(64, key - each))) return true
    }
    return false
  }
  return hidden.filter(isImplied).length
}
