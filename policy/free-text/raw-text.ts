/** A child's own words before they are clean: they print nothing, only cleaning reads them, and they can be destroyed. */

/** Positions in UTF-16 units; `to` is exclusive. `as` says what stood there, and never the words. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly as: (typeof spanKinds)[number]
}

export const spanKinds = [
  "name",
  "place",
  "school",
  "postcode",
  "phone",
  "email",
  "date-of-birth",
  "number",
  "other",
] as const

export class RawText {
  // Private, so that spreading, printing or copying what holds the words does not read them.
  #words: string | undefined

  constructor(words: string) {
    this.#words = words
  }

  get isDestroyed(): boolean {
    return this.#words === undefined
  }

  /** The words with each span replaced by what it was; `undefined` once they are destroyed. */
  without(spans: readonly Span[]): string | undefined {
    return spans
      .toSorted((one, other) => other.from - one.from)
      .reduce((text, { from, to, as }) => text && `${text.slice(0, from)}[${as}]${text.slice(to)}`, this.#words)
  }

  destroy(): void {
    this.#words = undefined
  }
}
