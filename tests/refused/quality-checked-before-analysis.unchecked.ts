/** Responses analysed as they came. */
import { toAnalyse } from "../../policy/rules/quality-checked-before-analysis.ts"
import type { Matched } from "../../policy/stage.ts"

declare const responses: readonly Matched[]
export const analysed = toAnalyse(responses)
