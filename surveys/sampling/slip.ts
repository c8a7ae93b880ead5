/** A postcode as a child writes it: right, nearly right, not all of it, or something else. */
import type { Random } from "./random.ts"

const slips: ReadonlyArray<(postcode: string) => string> = [
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

export const writtenPostcode = (random: Random, postcode: string): string =>
  random.chance(0.55) ? postcode : random.pick(slips)(postcode)
