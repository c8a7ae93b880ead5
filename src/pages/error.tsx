/** Something went wrong on our side; no cause and nothing that was sent is shown. */
import { plainWords } from "./plain-words.tsx"

export const errorPage = (): string =>
  plainWords({
    title: "Something went wrong",
    lines: ["It is our fault, not yours.", "Nothing was kept. Please try again in a moment."],
  })
