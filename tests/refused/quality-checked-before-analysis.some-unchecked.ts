/** Refuses to keep a response that may or may not have been checked. */
import { keptResponse } from "../../db/evidence/kept-response.ts"
import type { Checked, Unsealed } from "../../policy/response/stage.ts"

declare const id: Uint8Array
declare const response: Checked<Unsealed> | Unsealed
export const kept = keptResponse(id, response)
