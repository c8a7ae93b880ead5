/** Meets open goals one after another: what costs nothing first, then from the cheapest up. */
import type { Cover } from "./cover.ts"
import type { Goal } from "./goal.ts"
import type { Effort, Lift } from "./lift.ts"

/** The goals that no move was found for within the effort; `pay` is what all of them may cost together. */
export const settle = (
  cover: Cover,
  lift: Lift,
  open: readonly number[],
  effort: Effort,
  purse = Number.POSITIVE_INFINITY,
) => {
  const before = cover.suppressedCount()
  const spent = (): number => cover.suppressedCount() - before
  const dearer: { goal: number; cost: number }[] = []
  for (const goal of open) {
    if (!cover.isOpen(goal)) continue
    const plan = lift(cover.goals[goal] as Goal, { ...effort, pay: 0 })
    if (plan === undefined) dearer.push({ goal, cost: Number.POSITIVE_INFINITY })
    else cover.keep(plan, goal)
  }
  const most = (): number => Math.min(effort.pay, purse - spent())
  if (dearer.length === 0 || most() <= 0) return dearer.map(({ goal }) => goal)
  for (const each of dearer) {
    const plan = lift(cover.goals[each.goal] as Goal, { ...effort, pay: most() })
    if (plan !== undefined) each.cost = plan.pays.length
  }
  const failed: number[] = []
  for (const { goal } of dearer.toSorted((a, b) => a.cost - b.cost || a.goal - b.goal)) {
    if (!cover.isOpen(goal)) continue
    const plan = lift(cover.goals[goal] as Goal, { ...effort, pay: most() })
    if (plan === undefined) failed.push(goal)
    else cover.keep(plan, goal)
  }
  return failed
}
