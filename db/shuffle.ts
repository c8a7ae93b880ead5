/** Puts items in a random order, each order equally likely and none predictable: Fisher-Yates on cryptographic randomness. */
import { randomInt } from "node:crypto"

export const shuffle = <A>(items: Iterable<A>): A[] => {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    const [one, two] = [order[last], order[other]]
    if (one === undefined || two === undefined) break
    order[last] = two
    order[other] = one
  }
  return order
}
