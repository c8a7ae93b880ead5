/** One checked response does not speak for the others. */
import { toAnalyse } from "../../policy/rules/quality-checked-before-analysis.ts"
import type { Checked, Matched } from "../../policy/stage.ts"

declare const responses: ReadonlyArray<Checked | Matched>
export const analysed = toAnalyse(responses)
