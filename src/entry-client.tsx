/** Takes over the survey, and nothing else of the page; every page is a working form before this runs and without it. */
import "./browser/older-tablets.ts"
import { niceties } from "./browser/niceties.ts"
import { readAloud } from "./browser/speech.ts"
import { takeOver } from "./browser/take-over.tsx"

readAloud()
niceties()
const forget = takeOver()

// A page that was kept alive and is shown again may be before another child: it forgets first, or leaving would be asked about.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return
  forget()
  location.replace(location.pathname)
})
