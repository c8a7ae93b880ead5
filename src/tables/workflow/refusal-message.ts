/** Words a refusal: for a rule, its id and what to do; otherwise the refusal's own sentence. */
interface Refusal {
  readonly _tag: string
  readonly message: string
}

export const refusalMessage = (refusal: Refusal): string =>
  "rule" in refusal && "remedy" in refusal
    ? `Refused by ${String(refusal.rule)}: ${String(refusal.remedy)}.`
    : refusal.message
