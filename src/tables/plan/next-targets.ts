/** Turns what an audit found of a plan into what the next pass has to keep from following, or to withhold as well. */
import { type Box, boxKey, type JointTable } from "../../../policy/disclosure/joint/box.ts"
import { targetOf } from "../../../policy/disclosure/joint/explain.ts"
import type { Leak } from "../../../policy/disclosure/joint/find-leaks.ts"
import { type Target, targetKey } from "../../../policy/disclosure/plan/echelon.ts"

/** The variable in which two groups of the same variables differ, where they share no child. */
const differsInOne = (one: Box, other: Box): boolean => {
  if (one.length !== other.length) return false
  const different = one.filter(({ variable, set }, at) => other[at]?.variable !== variable || other[at]?.set !== set)
  const [only, ...more] = different
  const theirs = other.find(({ variable }) => variable === only?.variable)
  return only !== undefined && more.length === 0 && theirs !== undefined && (theirs.set & only.set) === 0n
}

/** The smallest published count next to a group, by which its own can vary; frozen ones cannot be withheld any more. */
export const siblingOf = (box: Box, tables: readonly JointTable[], frozen: ReadonlySet<string>): string | undefined =>
  tables
    .flatMap(({ cells }) => cells)
    .filter((cell) => cell.published && cell.count > 0 && !frozen.has(boxKey(cell.box)) && differsInOne(box, cell.box))
    .toSorted((one, other) => one.count - other.count)
    .map((cell) => boxKey(cell.box))[0]

export interface Aims {
  readonly targets: Map<string, Target>
  readonly withheld: Set<string>
}

/** False where nothing more can be withheld for it. */
export const aimAt = (
  leak: Leak,
  { targets, withheld }: Aims,
  tables: readonly JointTable[],
  frozen: ReadonlySet<string>,
): boolean => {
  const target = targetOf(leak)
  const key = targetKey(target)
  if (leak.kind !== "insider" && leak.kind !== "one-answer" && !targets.has(key)) {
    targets.set(key, target)
    return true
  }
  const sibling = siblingOf(leak.box, tables, frozen)
  if (sibling === undefined || withheld.has(sibling)) return false
  withheld.add(sibling)
  return true
}
