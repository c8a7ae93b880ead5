/** Types a postcode as a child would: right, nearly right, incomplete, or as other words. */
import type { Random } from "./random.ts"

const mistakes: ReadonlyArray<(postcode: string) => string> = [
  (postcode) => postcode.toLowerCase(),
  (postcode) => postcode.replace(" ", ""),
  (postcode) => postcode.replace(" ", "").toLowerCase(),
  (postcode) => `  ${postcode.replace(" ", "   ")} `,
  (postcode) => postcode.split("").join(" "),
  (postcode) => postcode.replaceAll("0", "O"),
  (postcode) => postcode.replace(" ", "-"),
  (postcode) => postcode.slice(0, postcode.indexOf(" ")),
  (postcode) => postcode.slice(0, -1),
  (postcode) => `${postcode}.`,
  () => "i forgot it",
  () => "somewhere near the park",
]

export const typePostcode = (random: Random, postcode: string): string =>
  random.chance(0.55) ? postcode : random.pick(mistakes)(postcode)
