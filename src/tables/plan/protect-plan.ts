/**
 * Protects all tables of a plan together before any is out: chooses the withheld cells over all of them, finds witnesses
 * in each, audits them jointly with everything released, and withholds more or leaves a table out until nothing follows.
 */
import { Effect, Result } from "effect"
import { boxKey, type JointCell } from "../../../policy/disclosure/joint/box.ts"
import { findBounded } from "../../../policy/disclosure/joint/find-bounded.ts"
import type { Leak } from "../../../policy/disclosure/joint/find-leaks.ts"
import { jointAudit } from "../../../policy/disclosure/joint/joint-audit.ts"
import { chooseWithheld } from "../../../policy/disclosure/plan/choose-withheld.ts"
import { type Target, targetKey } from "../../../policy/disclosure/plan/echelon.ts"
import type { ProtectedTable } from "../../../policy/disclosure/suppress/protect.ts"
import { parameters } from "../../../policy/parameters.ts"
import type { DeclaredVariables } from "../../../policy/release/declared-variables.ts"
import type { JointLedger } from "../../../policy/release/joint-ledger.ts"
import { leakWords } from "../../../policy/release/leak-words.ts"
import { aimAt, siblingOf } from "./next-targets.ts"
import { jointTable, type PlannedTable, protectPlanned } from "./planned-table.ts"

const threshold = parameters.threshold.value

export interface ProtectedPlan {
  /** The tables that are safe together, in the order of the plan. */
  readonly made: ReadonlyMap<PlannedTable, ProtectedTable>
  /** Why a table cannot be had, in words. */
  readonly refused: ReadonlyMap<PlannedTable, string>
  readonly passes: number
}

export interface PlanTerms {
  readonly declared: DeclaredVariables
  /** Everything released. */
  readonly ledger: JointLedger
  /** For the solver, for each part of a cross. */
  readonly seconds?: number
}

const mostPasses = 12

const canonical = (cells: readonly JointCell[]): readonly JointCell[] => [
  ...new Map(cells.map((cell) => [boxKey(cell.box), cell])).values(),
]

const isSmall = ({ count }: JointCell): boolean => count > 0 && count < threshold

/** The last table that has all variables of a leak, one with a filter first: what it adds gives the group away. */
const toLeaveOut = (leak: Pick<Leak, "box">, live: readonly PlannedTable[]): PlannedTable | undefined => {
  const holds = ({ cells }: PlannedTable): boolean =>
    leak.box.every(({ variable }) => cells.some(({ box }) => box.some((each) => each.variable === variable)))
  const able = live.filter(holds)
  return able.findLast(({ request }) => request.filters.length > 0) ?? able.at(-1) ?? live.at(-1)
}

export const protectPlan = Effect.fnUntraced(function* (
  planned: readonly PlannedTable[],
  { declared, ledger, seconds = 10 }: PlanTerms,
) {
  const { variables, tables: released } = ledger
  const refused = new Map<PlannedTable, string>()
  const made = new Map<PlannedTable, ProtectedTable>()
  const releasedCells = released.flatMap(({ cells }) => cells)
  const shown = new Set(releasedCells.filter(({ published }) => published).map(({ box }) => boxKey(box)))
  const known = canonical(releasedCells.filter(({ published }) => published)).map(({ box }) => box)
  const withheld = new Set(releasedCells.map(({ box }) => boxKey(box)).filter((key) => !shown.has(key)))
  const targets = new Map<string, Target>()
  const live = (): readonly PlannedTable[] => planned.filter((each) => !refused.has(each))
  const all = canonical([...releasedCells, ...planned.flatMap(({ cells }) => cells)])
  for (const { box } of all.filter(isSmall)) {
    targets.set(targetKey([[1, box]]), [[1, box]])
    withheld.add(boxKey(box))
  }
  const settled = new Map<PlannedTable, number>()
  /** Until no table withholds what another shows. */
  const findWitnesses = Effect.fnUntraced(function* () {
    for (let isSettled = false; !isSettled; ) {
      isSettled = true
      for (const each of live()) {
        const own = each.groups.filter((key) => key !== undefined && withheld.has(key)).length
        if (settled.get(each) === own) continue
        const found = yield* Effect.result(protectPlanned(each, withheld, shown))
        if (Result.isFailure(found)) {
          refused.set(each, found.failure.message)
          made.delete(each)
          continue
        }
        for (const key of found.success.withheld) withheld.add(key)
        made.set(each, found.success.made)
        settled.set(each, each.groups.filter((key) => key !== undefined && withheld.has(key)).length)
        isSettled = false
      }
    }
  })
  let passes = 0
  for (;;) {
    passes += 1
    const open = canonical(live().flatMap(({ cells }) => cells)).filter(({ box }) => !shown.has(boxKey(box)))
    for (const key of chooseWithheld({ variables, cells: open, known, withheld, targets: [...targets.values()] }))
      withheld.add(key)
    yield* findWitnesses()
    const tables = live().map((each) => jointTable(each, withheld))
    const verdict = jointAudit({ variables, tables: [...released, ...tables] }, { threshold })
    if (verdict === undefined) {
      const last = live().at(-1)
      if (last === undefined) break
      refused.set(last, "its variables make too many groups together with the others: leave a variable or a filter out")
      continue
    }
    const bounded =
      verdict.leaks.length > 0
        ? []
        : yield* findBounded({ variables, tables: [...released, ...tables] }, verdict.known, { threshold, seconds })
    if (verdict.leaks.length === 0 && bounded.length === 0) break
    let isAimed = false
    if (passes < mostPasses) {
      for (const leak of verdict.leaks) if (aimAt(leak, { targets, withheld }, tables, shown)) isAimed = true
      for (const { box } of bounded) {
        const sibling = siblingOf(box, tables, shown)
        if (sibling === undefined) continue
        withheld.add(sibling)
        isAimed = true
      }
    }
    if (isAimed) continue
    const [leak] = verdict.leaks
    const [bound] = bounded
    const out = leak ? toLeaveOut(leak, live()) : bound && toLeaveOut(bound, live())
    if (out === undefined) break
    const why = leak ? leakWords(leak, declared) : "a withheld count could be shown to be small"
    refused.set(out, `together with the other tables, ${why}`)
    made.delete(out)
  }
  const result: ProtectedPlan = {
    made: new Map(
      live().flatMap((each) => {
        const one = made.get(each)
        return one === undefined ? [] : [[each, one] as const]
      }),
    ),
    refused,
    passes,
  }
  return result
})
