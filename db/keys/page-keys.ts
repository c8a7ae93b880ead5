/** Gives each day a key for the hidden field of pages, keeps yesterday's, and destroys older ones: all of them after a close. */
import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { daysAfter } from "./civil-day.ts"
import { isClosed } from "./closed-marker.ts"
import { daysKept, destroyKey, keepKey, readKey } from "./key-file.ts"

/** Makes tomorrow's as well, so that it is ready at midnight. */
export const keepPageKeys = (dataDir: string, today: string): Record<string, Uint8Array> => {
  const folder = join(dataDir, "keys", "page")
  const days = isClosed(dataDir) ? [] : [-1, 0, 1].map((days) => daysAfter(today, days))
  for (const day of daysKept(folder)) if (!days.includes(day)) destroyKey(join(folder, `${day}.key`))
  return Object.fromEntries(
    days.map((day) => {
      const file = join(folder, `${day}.key`)
      return [day, readKey(file) ?? keepKey(file, randomBytes(32))]
    }),
  )
}
