/** Gives every reason for a missing value a code of its own, the same in all variables: no analysis may take one for another. */
import { nonResponse } from "../variables/non-response.ts"

/** The reasons for a missing value, which every package of statistics takes as such. */
export type MissingKind = "not on the form" | "not asked" | "not answered" | "don't know" | "doesn't want to say"

interface Missing {
  readonly code: number
  readonly kind: MissingKind
}

/** Above every code of an answer, and small enough for one byte in SPSS and Stata alike. */
const missing: Readonly<Record<string, Missing>> = {
  [nonResponse.otherAnswers.key]: { code: 93, kind: "not on the form" },
  [nonResponse.notOnForm.key]: { code: 94, kind: "not on the form" },
  [nonResponse.notAsked.key]: { code: 95, kind: "not asked" },
  [nonResponse.notAnswered.key]: { code: 96, kind: "not answered" },
  [nonResponse.dontKnow.key]: { code: 97, kind: "don't know" },
  [nonResponse.optOut.key]: { code: 98, kind: "doesn't want to say" },
}

/** The first code of a missing value: the answers have the codes from 1 up to here. */
export const firstMissing = 93

/** `undefined` for an answer. */
export const missingOf = (key: string): Missing | undefined => (Object.hasOwn(missing, key) ? missing[key] : undefined)
