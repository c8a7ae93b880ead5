/** An output that nobody checked. */
import { checkedBy } from "../../policy/rules/outputs-checked.ts"

export const checked = checkedBy()
