/** Lists where a child can turn for help. The controller answers for each number, and records the day it last rang it. */

export interface HelpLine {
  readonly name: string
  /** Whom it is for and when, in a child's words. */
  readonly does: string
  readonly number: string
  readonly by: "tel" | "sms"
  /** The civil day on which the controller last checked the number; `undefined` until it has. */
  readonly checked: string | undefined
}

export const childline: HelpLine = {
  name: "Childline",
  does: "for any child, day and night",
  number: "0800 1111",
  by: "tel",
  checked: undefined,
}

export const helpLines: readonly HelpLine[] = [
  childline,
  {
    name: "Help at Hand",
    does: "for children in care or in custody",
    number: "0800 528 0731",
    by: "tel",
    checked: undefined,
  },
  { name: "Shout", does: "by text, day and night", number: "85258", by: "sms", checked: undefined },
  { name: "Samaritans", does: "to talk, day and night", number: "116 123", by: "tel", checked: undefined },
]

/** For grown-ups: the first form is theirs too. */
export const helpForGrownUps: HelpLine = {
  name: "NSPCC",
  does: "for grown-ups who worry about a child",
  number: "0808 800 5000",
  by: "tel",
  checked: undefined,
}
