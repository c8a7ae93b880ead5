/** Chooses which counts of all planned tables are withheld together, so that no watched sum follows from the rest. */
import { type Box, boxKey, type JointCell, type JointVariable } from "../joint/box.ts"
import { usedSets } from "../joint/crosses.ts"
import { monomialsOf } from "../joint/monomials.ts"
import { primes } from "../joint/prime-field.ts"
import { echelonOf, type Target } from "./echelon.ts"

export interface Choice {
  readonly variables: readonly JointVariable[]
  /** Each group once. */
  readonly cells: readonly JointCell[]
  /** Published already, or known to be nobody. */
  readonly known: readonly Box[]
  /** Keys of boxes that stay withheld whatever else is chosen. */
  readonly withheld: ReadonlySet<string>
  readonly targets: readonly Target[]
}

/** The largest counts are published first, so that the smallest are withheld; ties by key, so that the order of tables changes nothing. */
const largestFirst = (one: JointCell, other: JointCell): number =>
  other.count - one.count || (boxKey(one.box) < boxKey(other.box) ? -1 : 1)

/** The keys of the boxes that are withheld, those that had to be among them. */
export const chooseWithheld = ({ variables, cells, known, withheld, targets }: Choice): ReadonlySet<string> => {
  const [prime] = primes
  const boxes = [...cells.map(({ box }) => box), ...known, ...targets.flatMap((target) => target.map(([, box]) => box))]
  const monomials = monomialsOf(variables, usedSets(boxes), prime)
  const echelon = echelonOf(monomials, prime, targets)
  for (const box of known) echelon.add(box)
  const open = cells.filter(({ box }) => !withheld.has(boxKey(box)))
  for (const { box } of open.filter(({ count }) => count === 0)) echelon.add(box)
  const chosen = new Set(withheld)
  for (const { box } of open.filter(({ count }) => count > 0).toSorted(largestFirst))
    if (!echelon.publish(box)) chosen.add(boxKey(box))
  return chosen
}
