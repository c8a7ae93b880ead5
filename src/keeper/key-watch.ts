/** Compares the private keys that are stored with the public keys that were handed out, so that nothing is sealed to a key that is gone. */
import { KeysGone } from "../../db/keys/key-trouble.ts"
import type { Keys } from "../deployment/messages.ts"

export interface KeyWatch {
  /** The keys of all days, as they were made. */
  readonly handedOut: (keys: Keys) => void
  /** The keys that may be used from now on, and what to tell the operator; `undefined` where nothing has changed. */
  readonly look: (stored: readonly string[]) => { readonly keys: Keys; readonly trouble?: KeysGone } | undefined
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
      const days = Object.keys(all.publicKeys).filter((day) => !stored.includes(day))
      const gone = days.join(" ")
      if (gone === before) return undefined
      before = gone
      const publicKeys = Object.fromEntries(Object.entries(all.publicKeys).filter(([day]) => !days.includes(day)))
      const keys: Keys = { ...all, publicKeys }
      return days.length === 0 ? { keys } : { keys, trouble: new KeysGone({ days }) }
    },
  }
}
