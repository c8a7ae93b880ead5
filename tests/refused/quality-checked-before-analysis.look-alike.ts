/** Refuses to keep a response with flags set by hand. */
import { keptResponse } from "../../db/evidence/kept-response.ts"
import type { Unsealed } from "../../policy/response/stage.ts"

declare const id: Uint8Array
declare const response: Unsealed
export const kept = keptResponse(id, { response, flags: [] })
