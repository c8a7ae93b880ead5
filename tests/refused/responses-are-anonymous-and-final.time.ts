/** A receipt with the time of receipt. */
import { unlinkable } from "../../policy/rules/responses-are-anonymous-and-final.ts"

export const receipt = unlinkable({ accepted: true, at: new Date() })
