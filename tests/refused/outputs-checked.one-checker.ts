/** An output that one person checked. */
import type { OutputCheck } from "../../policy/disclosure/output-check.ts"
import { checkedBy } from "../../policy/rules/outputs-checked.ts"

declare const check: OutputCheck
export const checked = checkedBy(check)
