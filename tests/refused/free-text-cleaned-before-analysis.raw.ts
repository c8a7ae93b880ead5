/** Words as the child wrote them. */
import type { RawText } from "../../policy/free-text/raw-text.ts"
import { toCode } from "../../policy/rules/free-text-cleaned-before-analysis.ts"

declare const texts: readonly RawText[]
export const coded = toCode(texts)
