/** A flag put on by hand is not a check. */
import { toAnalyse } from "../../policy/rules/quality-checked-before-analysis.ts"
import type { Matched } from "../../policy/stage.ts"

declare const response: Matched
export const analysed = toAnalyse([{ response, flags: [] }])
