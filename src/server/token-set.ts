/** Holds many tokens in little memory: 48 of the random bits of each, in one array of numbers. */

/** A v4 UUID ends in 48 random bits; of a million tokens, one in 280 million is mistaken for another. */
const bitsOf = (token: string): number => Number.parseInt(token.slice(-12), 16) + 1

const smallest = 64
const fullest = 0.7

export class TokenSet {
  /** 0 is an empty place. */
  #places = new Float64Array(smallest)
  #size = 0

  get size(): number {
    return this.#size
  }

  get bytes(): number {
    return this.#places.byteLength
  }

  add(token: string): void {
    if (this.#size + 1 > this.#places.length * fullest) this.#grow()
    if (this.#put(bitsOf(token))) this.#size += 1
  }

  has(token: string): boolean {
    const bits = bitsOf(token)
    return this.#places[this.#placeOf(bits)] === bits
  }

  #placeOf(bits: number): number {
    const last = this.#places.length - 1
    let place = bits & last
    while (this.#places[place] !== 0 && this.#places[place] !== bits) place = (place + 1) & last
    return place
  }

  #put(bits: number): boolean {
    const place = this.#placeOf(bits)
    if (this.#places[place] === bits) return false
    this.#places[place] = bits
    return true
  }

  #grow(): void {
    const old = this.#places
    this.#places = new Float64Array(old.length * 2)
    for (const bits of old) if (bits !== 0) this.#put(bits)
  }
}
