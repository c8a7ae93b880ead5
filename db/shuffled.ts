/** Every order is equally likely and none can be foretold: Fisher-Yates on cryptographic randomness. */
import { randomInt } from "node:crypto"

export const shuffled = <A>(given: Iterable<A>): A[] => {
  const order = [...given]
  for (let last = order.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    const [moved, taken] = [order[last], order[other]]
    if (moved === undefined || taken === undefined) break
    order[last] = taken
    order[other] = moved
  }
  return order
}
