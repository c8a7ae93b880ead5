/** Refuses to keep a response that is not checked. */
import { keptResponse } from "../../db/evidence/kept-response.ts"
import type { Unsealed } from "../../policy/response/stage.ts"

declare const id: Uint8Array
declare const response: Unsealed
export const kept = keptResponse(id, response)
