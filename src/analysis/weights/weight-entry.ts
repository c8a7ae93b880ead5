/** Gives a weight its entry in the codebook: a number, with how it was made and what it cannot do. */
import type { Entry } from "../../../surveys/codebook/codebook.ts"
import type { Weight } from "./weight.ts"
import { weightDefinition } from "./weight-text.ts"

/** Its name in every package. */
export const weightVariable = (name: string): string => `weight_${name}`

export const weightEntry = (weight: Weight): Entry => ({
  name: weightVariable(weight.name),
  source: `weight ${weight.name}`,
  label: `Weight ${weight.name}: to the children of England (${weight.vintage})`,
  values: [],
  asked: [],
  definition: weightDefinition(weight),
})
