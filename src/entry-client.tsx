/** Takes over the survey, and nothing else of the page; every page is a working form before this runs and without it. */
import "./browser/older-tablets.ts"
import type { ClassMode } from "./browser/class/class-mode.ts"
import { niceties } from "./browser/niceties.ts"
import { readAloud } from "./browser/speech.ts"
import { takeOver } from "./browser/take-over.tsx"

readAloud()
niceties()

/** Loaded only on a page of class mode; where it does not come, the survey goes on as everywhere else. */
const classMode = async (key: string, form: string): Promise<ClassMode | undefined> => {
  const { beginClass } = await import("./browser/class/class-mode.ts")
  return beginClass(JSON.parse(form), JSON.parse(key))
}

const textOf = (id: string): string => document.getElementById(id)?.textContent ?? ""
const key = textOf("waiting-key")
const forget = takeOver(key ? classMode(key, textOf("form")).catch(() => undefined) : undefined)

// A page that was kept alive and is shown again may be before another child: it forgets first, or leaving would be asked about.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return
  forget()
  location.replace(location.pathname)
})
