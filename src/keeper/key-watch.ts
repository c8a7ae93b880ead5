/** Compares the private keys that are stored with the public keys that were handed out, so that nothing is sealed to a key that is gone. */
import { ComplaintKeyGone, KeysGone } from "../../db/keys/key-trouble.ts"
import type { Keys } from "../deployment/messages.ts"

/** The private keys that are stored now. */
export interface StoredKeys {
  readonly days: readonly string[]
  readonly ofComplaints: boolean
}

/** The keys that may be used from now on, and what to tell the operator. */
export interface Watched {
  readonly keys: Keys
  readonly troubles: readonly (KeysGone | ComplaintKeyGone)[]
}

export interface KeyWatch {
  /** The keys of all days, as they were made. */
  readonly handedOut: (keys: Keys) => void
  /** `undefined` where nothing has changed since the last look. */
  readonly look: (stored: StoredKeys) => Watched | undefined
}

export const keyWatch = (): KeyWatch => {
  let all: Keys | undefined
  let before = ""
  return {
    handedOut: (keys) => {
      all = keys
      before = ""
    },
    look: (stored) => {
      if (all === undefined) return undefined
      const { complaintKey, ...others } = all
      const days = Object.keys(all.publicKeys).filter((day) => !stored.days.includes(day))
      const isComplaintKeyGone = complaintKey !== undefined && !stored.ofComplaints
      const gone = [...days, ...(isComplaintKeyGone ? ["complaints"] : [])].join(" ")
      if (gone === before) return undefined
      before = gone
      const publicKeys = Object.fromEntries(Object.entries(all.publicKeys).filter(([day]) => !days.includes(day)))
      return {
        keys: { ...others, publicKeys, ...(complaintKey && !isComplaintKeyGone && { complaintKey }) },
        troubles: [
          ...(days.length > 0 ? [new KeysGone({ days })] : []),
          ...(isComplaintKeyGone ? [new ComplaintKeyGone()] : []),
        ],
      }
    },
  }
}
