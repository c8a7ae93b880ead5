/** The keeper makes and holds the keys; only public keys and the pages' own keys leave it. It listens on nothing. */

import { dayOf, untilNextLook } from "../../db/keys/civil-day.ts"
import { keepDayKeys } from "../../db/keys/day-keys.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import { keyTrouble } from "../../db/keys/key-trouble.ts"
import { keepPageKeys } from "../../db/keys/page-keys.ts"
import type { FromKeeper } from "../launcher/message.ts"
import { placeFromEnv } from "../launcher/place.ts"

const place = placeFromEnv(process.env)
const { dataDir } = place
const keys = privateKeysOf(place)
const say = (message: FromKeeper) => process.send?.(message, undefined, undefined, () => undefined)

let told = ""

const look = async () => {
  const now = Date.now()
  const today = dayOf(now)
  try {
    if (told !== today) {
      const publicKeys = await keepDayKeys(dataDir, today, keys)
      say({ kind: "keys", publicKeys, pageKeys: keepPageKeys(dataDir, today) })
      told = today
    }
    setTimeout(look, untilNextLook(now))
  } catch (error) {
    say({ kind: "cannot-start", sentence: keyTrouble(error).message })
    setTimeout(look, retryAfter)
  }
}

const retryAfter = 10_000

process.umask(0o077)
// A signal meant for the whole service must not end the keeper before the launcher has drained the rest.
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => undefined)
process.on("message", () => process.exit(0))
process.on("disconnect", () => process.exit(0))
await look()
