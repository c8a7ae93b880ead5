/** Something went wrong on our side; no cause and nothing that was sent is shown. */
import { plainWords } from "./plain-words.tsx"

const toAChild = ["It is our fault, not yours.", "Nothing was kept. Please try again in a moment."]

export const errorPage = (lines: readonly string[] = toAChild): string =>
  plainWords({ title: "Something went wrong", lines })
