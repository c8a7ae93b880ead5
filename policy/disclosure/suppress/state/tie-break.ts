/** Breaks ties between cells that cost the same, another way each turn and the same way for the same turn. */
import { forbidden, type SearchState, unitPrice } from "./search-state.ts"

const most = Math.floor(unitPrice / 14)

export const breakTies = ({ price }: SearchState, turn: number): void => {
  let state = Math.imul(turn, 7919) + 1
  price.forEach((cost, cell) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    if (cost > 0 && cost < forbidden) price[cell] = cost + Math.floor((state / 2 ** 32) * most)
  })
}
