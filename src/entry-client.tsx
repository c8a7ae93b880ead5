/** Takes over the survey, and nothing else of the page; every page is a working form before this runs and without it. */
import "./browser/older-tablets.ts"
import { niceties } from "./browser/niceties.ts"
import { readAloud } from "./browser/speech.ts"
import { takeOver } from "./browser/take-over.tsx"

addEventListener("pageshow", ({ persisted }) => {
  if (persisted) location.replace(location.pathname)
})
readAloud()
niceties()
takeOver()
