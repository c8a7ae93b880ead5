/** Gives up a few neighbouring secondaries at a time, drawn in an order that is always the same, and keeps what costs no more. */
import { type Standing, type Thrift, tryWithout } from "./publish-back.ts"

/** Numbers that look drawn and are the same for the same table. */
const drawing = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

export const shake = (standing: Standing, times: number, thrift: Omit<Thrift, "share">): void => {
  const { ground, cover } = standing
  const draw = drawing(ground.lattice.size)
  for (let time = 0; time < times; time++) {
    const all = cover.secondaries()
    const cell = all[draw(all.length)]
    if (cell === undefined) return
    const users = cover.usersOf(cell)
    const near = users.flatMap(({ move }) => Array.from(move.touched)).filter((each) => all.includes(each))
    const more = Array.from({ length: 1 + draw(4) }, () => near[draw(near.length)] ?? cell)
    tryWithout(standing, [...new Set([cell, ...more])], thrift)
  }
}
