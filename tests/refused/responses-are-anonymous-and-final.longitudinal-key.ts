/** Refuses a row with a key that would find the same child again. */
import type { ResponseTable } from "../../db/collection/schema.ts"
import { unlinkableRow } from "../../policy/response/unlinkable.ts"

declare const row: ResponseTable & { readonly pupil_key: string }
export const kept = unlinkableRow(row)
