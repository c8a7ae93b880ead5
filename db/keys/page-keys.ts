/** The key that seals a page's hidden field is a day's own: yesterday's still opens, and older ones are gone. */
import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { daysAfter } from "./civil-day.ts"
import { daysKept, destroyKey, keepKey, readKey } from "./key-file.ts"

/** Tomorrow's is made ahead, so that midnight finds it ready. */
export const keepPageKeys = (dataDir: string, today: string): Record<string, Uint8Array> => {
  const folder = join(dataDir, "keys", "page")
  const days = [-1, 0, 1].map((days) => daysAfter(today, days))
  for (const day of daysKept(folder)) if (!days.includes(day)) destroyKey(join(folder, `${day}.key`))
  return Object.fromEntries(
    days.map((day) => {
      const file = join(folder, `${day}.key`)
      return [day, readKey(file) ?? keepKey(file, randomBytes(32))]
    }),
  )
}
