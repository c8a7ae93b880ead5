/** Names the flags that a doubtful response may carry. */

/** Source: DPIA section 4 (C108, C109): age within the band, in England where that is possible, patterns of answers. */
export const flags = [
  "outside-england",
  "place-not-checkable",
  "age-not-of-the-band",
  "nothing-said",
  "one-answer-throughout",
  "same-answers-as-another",
] as const

export type Flag = (typeof flags)[number]
