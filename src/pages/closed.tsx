/** Says kindly that the survey has closed, and where to find help. */
import { plainWords } from "./plain-words.tsx"

/** The reply that carries it also empties the device. */
export const classClosedPage = (): string =>
  plainWords({
    title: "The Big Ask has closed",
    lines: ["Thank you for coming.", "Surveys that still waited on this device were not sent, and are gone from it."],
    help: true,
  })

export const closedPage = (): string =>
  plainWords({
    title: "The Big Ask has closed",
    lines: ["Thank you for coming.", "We are not taking more answers. Nothing from you was kept."],
    help: true,
  })
