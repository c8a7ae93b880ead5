/** A string says nothing of how it was cleaned. */
import { toCode } from "../../policy/rules/free-text-cleaned-before-analysis.ts"

export const coded = toCode(["more trees"])
