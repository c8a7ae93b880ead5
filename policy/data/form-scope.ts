/** Gives the ages of each form, and the form that each easy-read form is derived from. Source: DPIA section 1. */
import type { FormId } from "./form-id.ts"

/** Ages in whole years. Easy read 9-12 goes on to 17, for those who need easy read and are older (F44). */
export const agesOf = {
  "4-5": [4, 5],
  "6-8": [6, 7, 8],
  "9-12": [9, 10, 11, 12],
  "13-17": [13, 14, 15, 16, 17],
  "easy-read-6-8": [6, 7, 8],
  "easy-read-9-12": [9, 10, 11, 12, 13, 14, 15, 16, 17],
} as const satisfies Record<FormId, readonly number[]>

export const derivedFrom = { "easy-read-6-8": "6-8", "easy-read-9-12": "9-12" } as const
