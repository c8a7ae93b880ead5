/** A share of a count, with the interval that Wilson gives at 95 %. */

export interface Share {
  readonly hits: number
  readonly count: number
}

const z = 1.959964

export const percent = ({ hits, count }: Share): number => (count === 0 ? Number.NaN : (100 * hits) / count)

/** Lower and upper end, in percent. */
export const wilson = ({ hits, count }: Share): readonly [number, number] => {
  if (count === 0) return [0, 100]
  const share = hits / count
  const middle = (share + (z * z) / (2 * count)) / (1 + (z * z) / count)
  const half = (z / (1 + (z * z) / count)) * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count))
  return [100 * Math.max(0, middle - half), 100 * Math.min(1, middle + half)]
}

/** Counts shares by name. */
export class Shares {
  readonly #counts = new Map<string, { hits: number; count: number }>()

  note(name: string, isHit: boolean): void {
    const share = this.#counts.get(name) ?? { hits: 0, count: 0 }
    share.count += 1
    if (isHit) share.hits += 1
    this.#counts.set(name, share)
  }

  of(name: string): Share {
    return this.#counts.get(name) ?? { hits: 0, count: 0 }
  }

  get names(): readonly string[] {
    return [...this.#counts.keys()].sort()
  }
}
