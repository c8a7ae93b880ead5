/** Meets open goals one after another: what costs nothing first, then what meets the most for what it costs. */

import type { Effort, FindMove, Plan } from "./find-move.ts"
import type { MoveSet } from "./move-set.ts"

/** The goals that nothing was found for; `purse` is what all of them may cost together. */
const coverOnce = (cover: MoveSet, lift: FindMove, open: readonly number[], effort: Effort, purse: () => number) => {
  const dearer = open.filter((goal) => {
    if (!cover.isOpen(goal)) return false
    const plan = lift(cover.goalAt(goal), { ...effort, pay: 0 })
    if (plan !== undefined) cover.keep(plan)
    return plan === undefined
  })
  if (purse() <= 0) return dearer
  if (effort.planned === false)
    return dearer.filter((goal) => {
      const plan = cover.isOpen(goal) ? lift(cover.goalAt(goal), { ...effort, pay: purse() }) : undefined
      if (plan !== undefined) cover.keep(plan)
      return cover.isOpen(goal)
    })
  const worth = (plan: Plan | undefined): number =>
    plan === undefined ? Number.POSITIVE_INFINITY : plan.pays.length / Math.max(1, cover.gain(plan.move))
  const planned = dearer
    .filter(cover.isOpen)
    .map((goal) => {
      const plan = lift(cover.goalAt(goal), { ...effort, pay: purse() })
      return { goal, plan, worth: worth(plan) }
    })
    .sort((a, b) => a.worth - b.worth || a.goal - b.goal)
  return planned.flatMap(({ goal, plan }) => {
    if (!cover.isOpen(goal)) return []
    const still = plan === undefined ? undefined : cover.again(plan)
    const pay = Math.min(purse(), still === undefined ? purse() : still.pays.length - 1)
    const better = pay >= 0 ? lift(cover.goalAt(goal), { ...effort, pay }) : undefined
    const chosen = better ?? (still !== undefined && still.pays.length <= purse() ? still : undefined)
    if (chosen === undefined) return [goal]
    cover.keep(chosen)
    return []
  })
}

export const coverGoals = (
  cover: MoveSet,
  lift: FindMove,
  goals: readonly number[],
  effort: Effort,
  most = Number.POSITIVE_INFINITY,
): readonly number[] => {
  const before = cover.suppressedCount()
  const purse = (): number => Math.min(effort.pay, most - cover.suppressedCount() + before)
  const failed: number[] = []
  for (let open = goals; open.length > 0; open = cover.opened().filter((goal) => !failed.includes(goal))) {
    failed.push(...coverOnce(cover, lift, open, effort, purse))
    if (failed.length > 0 && most < Number.POSITIVE_INFINITY) break
  }
  return failed
}
