/** Refuses a receipt with the time of receipt. */
import { unlinkable } from "../../policy/response/unlinkable.ts"

export const receipt = unlinkable({ accepted: true, at: new Date() })
