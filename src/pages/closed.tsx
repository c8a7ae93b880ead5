/** Says kindly that the survey has closed, and where to find help. */
import { plainWords } from "./plain-words.tsx"

export const closedPage = (): string =>
  plainWords({
    title: "The Big Ask has closed",
    lines: ["Thank you for coming.", "We are not taking more answers. Nothing from you was kept."],
    help: true,
  })
