/** Finds cells of one table that are sums of another's cells, by the categories that their declared variables say they hold. */
import { type Box, boxKey, type JointCell, type JointTable } from "../disclosure/joint/box.ts"
import { type CategorySet, isWithin, sizeOf } from "../disclosure/joint/category-set.ts"

type Sets = ReadonlyMap<number, readonly CategorySet[]>

/** The sets of each variable that a table's cells restrict, the smallest first. */
const setsOf = ({ cells }: JointTable): Sets => {
  const found = new Map<number, Set<CategorySet>>()
  for (const { box } of cells)
    for (const { variable, set } of box) {
      const known = found.get(variable)
      if (known === undefined) found.set(variable, new Set([set]))
      else known.add(set)
    }
  return new Map(
    [...found].map(([variable, sets]) => [variable, [...sets].toSorted((a, b) => sizeOf(a) - sizeOf(b))] as const),
  )
}

/** A set as one of the table's sets, or as the smallest disjoint ones that fill it. */
const partsOf = (set: CategorySet, sets: readonly CategorySet[]): readonly CategorySet[] | undefined => {
  if (sets.includes(set)) return [set]
  let left = set
  const parts: CategorySet[] = []
  for (const each of sets)
    if (isWithin(each, left)) {
      parts.push(each)
      left &= ~each
    }
  return left === 0n ? parts : undefined
}

/** Splits each set of a box into sets of the finer table. */
const boxesOf = (whole: Box, fine: Sets): readonly Box[] | undefined => {
  let boxes: readonly Box[] = [[]]
  for (const { variable, set } of whole) {
    const parts = partsOf(set, fine.get(variable) ?? [])
    if (parts === undefined) return undefined
    boxes = boxes.flatMap((box) => parts.map((part) => [...box, { variable, set: part }]))
  }
  return boxes
}

/** For each cell of `coarse` the cells of `fine` that add up to it, as names of cells; cells of one part are left out. */
export const nestedSums = (
  fine: JointTable,
  coarse: JointTable,
): ReadonlyArray<readonly [whole: JointCell, parts: readonly JointCell[]]> => {
  const sets = setsOf(fine)
  const known = new Map(fine.cells.map((cell) => [boxKey(cell.box), cell]))
  return coarse.cells.flatMap((whole) => {
    const boxes = known.has(boxKey(whole.box)) ? [] : (boxesOf(whole.box, sets) ?? [])
    const parts = boxes.flatMap((box) => known.get(boxKey(box)) ?? [])
    return boxes.length > 1 && parts.length === boxes.length ? [[whole, parts] as const] : []
  })
}
