/** What is said of a refusal: of a rule's, which rule and what to do; of any other, its own sentence. */
interface Refusal {
  readonly _tag: string
  readonly message: string
}

export const whyRefused = (refusal: Refusal): string =>
  "rule" in refusal && "remedy" in refusal
    ? `Refused by ${String(refusal.rule)}: ${String(refusal.remedy)}.`
    : refusal.message
