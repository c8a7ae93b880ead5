/** A receipt that says nothing. */
import { unlinkable } from "../../policy/rules/responses-are-anonymous-and-final.ts"

export const receipt = unlinkable({ ok: true })
