/** Gives each day a key that opens surveys which waited on a device, keeps it for its life, and destroys it then: all of them after a close. */
import { generateKeyPairSync } from "node:crypto"
import { join } from "node:path"
import { parameters } from "../../policy/parameters.ts"
import { daysAfter } from "./civil-day.ts"
import { isClosed } from "./closed-marker.ts"
import { daysKept, destroyKey, keepKey, readKey } from "./key-file.ts"

/** The last day on which the key of a day opens anything. */
export const lastDayOf = (day: string): string => daysAfter(day, parameters.waitingKeyLife.value - 1)

/** The private part of a pair on P-256, which the browsers of older tablets know too: 32 bytes. */
const newKey = (): Uint8Array => {
  const { d = "" } = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" })
  return new Uint8Array(Buffer.from(d, "base64url"))
}

/** Makes tomorrow's as well, so that it is ready at midnight. Returns the private keys by day. */
export const keepWaitingKeys = (dataDir: string, today: string): Record<string, Uint8Array> => {
  const folder = join(dataDir, "keys", "waiting")
  const file = (day: string) => join(folder, `${day}.key`)
  const isOpen = !isClosed(dataDir)
  const keys: Record<string, Uint8Array> = {}
  for (const day of daysKept(folder)) {
    const key = isOpen && lastDayOf(day) >= today ? readKey(file(day)) : undefined
    if (key === undefined) destroyKey(file(day))
    else keys[day] = key
  }
  if (isOpen) for (const day of [today, daysAfter(today, 1)]) keys[day] ??= keepKey(file(day), newKey())
  return keys
}
