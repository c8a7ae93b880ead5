/** An output that one person checked. */
import { type Checker, checkedBy } from "../../policy/rules/outputs-checked.ts"

declare const checker: Checker
export const checked = checkedBy(checker)
