/** Nothing is at this address. */
import { plainWords } from "./plain-words.tsx"

export const notFoundPage = (): string =>
  plainWords({ title: "This page is not here", lines: ["You have done nothing wrong.", "The page may have moved."] })
