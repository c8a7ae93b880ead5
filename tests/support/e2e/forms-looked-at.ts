/** The forms that a browser looks all through: every one at full size, else one of each way of looking and size of words. */
import { type FormId, formIds } from "../../../policy/data/form-id.ts"
import type { DisplayQuestion } from "../../../surveys/display-form.ts"

const isFull = process.env["FULL"] === "1"

/** Every hue, and every size of words and targets: those left out share them (`bandOf`). */
const oneOfEach: readonly FormId[] = ["4-5", "6-8", "13-17", "easy-read-9-12"]

export const formsLookedAt: readonly FormId[] = isFull ? formIds : oneOfEach

/** Two questions of one kind differ by what their cards hold. */
export const kindOf = ({ kind, options = [] }: DisplayQuestion): string =>
  [kind, options.some(({ own }) => own) && "with own words", options.some(({ picture }) => picture) && "with pictures"]
    .filter(Boolean)
    .join(" ")
