/** Refuses an empty receipt. */
import { unlinkable } from "../../policy/response/unlinkable.ts"

export const receipt = unlinkable({ ok: true })
