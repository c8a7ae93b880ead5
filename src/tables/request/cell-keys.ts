/** What tells cells apart by whom they hold: for each, the sum of its records' keys, modulo 2 to the 64. */
import type { Lattice } from "../../../policy/disclosure/tables/lattice.ts"

/** `leafOf` says for each record which leaf of each dimension it is in. */
export const keysOfCells = (
  lattice: Lattice,
  leafOf: readonly Int32Array[],
  records: BigUint64Array,
): BigUint64Array => {
  const keys = new BigUint64Array(lattice.size)
  const cell = new Int32Array(records.length)
  leafOf.forEach((leaves, at) => {
    const step = lattice.stride[at] ?? 1
    for (let row = 0; row < cell.length; row++) cell[row] = (cell[row] as number) + (leaves[row] as number) * step
  })
  for (let row = 0; row < cell.length; row++) {
    const at = cell[row] as number
    // A sum that is put back into 64 bits is a sum modulo 2 to the 64.
    keys[at] = (keys[at] as bigint) + (records[row] as bigint)
  }
  lattice.dimensions.forEach(({ categories, leaves, first, end }, at) => {
    const step = lattice.stride[at] ?? 1
    for (let start = 0; start < lattice.size; start += step * categories.length)
      for (let node = leaves; node < categories.length; node++)
        for (let base = start; base < start + step; base++) {
          let sum = 0n
          for (let leaf = first[node] ?? 0; leaf < (end[node] ?? 0); leaf++) sum += keys[base + leaf * step] as bigint
          keys[base + node * step] = sum
        }
  })
  return keys
}
