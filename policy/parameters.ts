/** The numbers the promises turn on: each with its value, from when it holds, and its source. */
export interface Parameter<T> {
  readonly value: T
  /** ISO date. */
  readonly from: string
  readonly source: string
}

export const parameters = {
  /** Civil dates in Europe/London, both inclusive. */
  collectionWindow: {
    value: { opens: "2021-04-19", closes: "2021-05-19" },
    from: "2021-04-19",
    source: "DPIA section 2: “from 19/04/21 until 19/05/21” (F04)",
  },
  /** Days. */
  tokenLife: { value: 7, from: "2026-11-22", source: "A retry is harmless for a week; longer would keep a link" },
  /** Characters, of a home postcode with whatever is written around it. */
  longestPostcode: {
    value: 40,
    from: "2026-11-22",
    source: "UK GDPR Art 5(1)(c): room for a slip, not for an address",
  },
  /** Characters, of words beside "other". */
  longestOwnWords: { value: 200, from: "2026-11-22", source: "UK GDPR Art 5(1)(c)" },
} as const satisfies Record<string, Parameter<unknown>>
