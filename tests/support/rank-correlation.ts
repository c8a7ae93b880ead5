/** Spearman's rank correlation: 1 or -1 where one list gives the order of the other, about 0 where it says nothing. */

/** Equal values share the middle of their ranks. */
const ranksOf = (values: readonly number[]): readonly number[] => {
  const order = values.map((value, index) => ({ value, index })).sort((one, other) => one.value - other.value)
  const ranks: number[] = new Array(values.length).fill(0)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to + 1 < order.length && order[to + 1]?.value === order[from]?.value) to++
    for (let at = from; at <= to; at++) ranks[order[at]?.index ?? 0] = (from + to) / 2
    from = to + 1
  }
  return ranks
}

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length

/** 0 where all values of one list are equal. */
export const rankCorrelation = (one: readonly number[], other: readonly number[]): number => {
  const [left, right] = [ranksOf(one), ranksOf(other)]
  const [middle, centre] = [mean(left), mean(right)]
  let [together, ofLeft, ofRight] = [0, 0, 0]
  for (const [index, rank] of left.entries()) {
    const [a, b] = [rank - middle, (right[index] ?? 0) - centre]
    together += a * b
    ofLeft += a * a
    ofRight += b * b
  }
  return ofLeft * ofRight === 0 ? 0 : together / Math.sqrt(ofLeft * ofRight)
}
