/** The survey is not open yet. */
import { plainWords } from "./plain-words.tsx"

export const notOpenYetPage = (): string =>
  plainWords({ title: "The Big Ask is not open yet", lines: ["Please come back soon. We want to hear from you."] })
