/** The run that makes the weights that ship. */
import type { Plan } from "./train.ts"

export const plan: Plan = {
  texts: 200_000,
  seed: 20210519,
  share: 0.5,
  manner: { counterfactual: 0.22, swapped: 0.12, slippedNames: 0.15, slippedWords: 0.05 },
}
