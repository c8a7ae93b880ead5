/** A second checker whose leave is for something else. */
import { type Checker, checkedBy } from "../../policy/rules/outputs-checked.ts"

declare const checker: Checker
export const checked = checkedBy(checker, "B. Person")
