/** Makes the key pairs of a week as the keeper does, and returns the public keys by day. */
import { Effect } from "effect"
import { keepDayKeys } from "../../db/keys/day-keys.ts"

export const dayKeys = (dataDir: string, today: string): Promise<Readonly<Record<string, Uint8Array>>> =>
  Effect.runPromise(keepDayKeys(dataDir, today))
