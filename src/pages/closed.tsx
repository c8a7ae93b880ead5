/** The survey has closed: said kindly, with somewhere to turn. */
import { plainWords } from "./plain-words.tsx"

export const closedPage = (): string =>
  plainWords({
    title: "The Big Ask has closed",
    lines: ["Thank you for coming.", "We are not taking more answers. Nothing from you was kept."],
    help: true,
  })
