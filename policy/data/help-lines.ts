/** Lists where a child can turn for help. The controller answers for each number: a person rings it, and declares the day. */

export const helpLineIds = ["childline", "help-at-hand", "shout", "samaritans", "nspcc"] as const
export type HelpLineId = (typeof helpLineIds)[number]

export interface HelpLine {
  readonly id: HelpLineId
  readonly name: string
  /** Whom it is for and when, in a child's words. */
  readonly does: string
  readonly number: string
  readonly by: "tel" | "sms"
}

export const childline: HelpLine = {
  id: "childline",
  name: "Childline",
  does: "for any child, day and night",
  number: "0800 1111",
  by: "tel",
}

export const helpLines: readonly HelpLine[] = [
  childline,
  {
    id: "help-at-hand",
    name: "Help at Hand",
    does: "for children in care or in custody",
    number: "0800 528 0731",
    by: "tel",
  },
  { id: "shout", name: "Shout", does: "by text, day and night", number: "85258", by: "sms" },
  { id: "samaritans", name: "Samaritans", does: "to talk, day and night", number: "116 123", by: "tel" },
]

/** For anyone in danger now. */
export const emergency: Pick<HelpLine, "name" | "does" | "number" | "by"> = {
  name: "In danger now?",
  does: "Call for help.",
  number: "999",
  by: "tel",
}

/** For grown-ups: the first form is theirs too. */
export const helpForGrownUps: HelpLine = {
  id: "nspcc",
  name: "NSPCC",
  does: "for grown-ups who worry about a child",
  number: "0808 800 5000",
  by: "tel",
}

export const everyHelpLine: readonly HelpLine[] = [...helpLines, helpForGrownUps]
