/** The key of one group: an HPKE context of its own, made ahead, because nothing in it depends on what it will seal. */
import { exporterContext, info, keyLength, suite } from "./suite.ts"

export interface GroupKey {
  readonly encapsulated: Uint8Array
  readonly key: Uint8Array
}

interface Ahead {
  readonly day: string
  readonly publicKey: Uint8Array
  readonly made: Promise<GroupKey>
}

let ahead: Ahead | undefined

const importedKeys = new WeakMap<Uint8Array, Promise<CryptoKey>>()

const imported = (publicKey: Uint8Array): Promise<CryptoKey> => {
  const known = importedKeys.get(publicKey) ?? suite.kem.deserializePublicKey(publicKey)
  importedKeys.set(publicKey, known)
  return known
}

const make = async (day: string, publicKey: Uint8Array): Promise<GroupKey> => {
  const recipientPublicKey = await imported(publicKey)
  const sender = await suite.createSenderContext({ recipientPublicKey, info: info(day) })
  return {
    encapsulated: new Uint8Array(sender.enc),
    key: new Uint8Array(await sender.export(exporterContext, keyLength)),
  }
}

/** Each is handed out once, and the next is begun at once, so that the next group need not wait for its own. */
export const nextGroupKey = (day: string, publicKey: Uint8Array): Promise<GroupKey> => {
  const taken = ahead?.day === day && ahead.publicKey === publicKey ? ahead.made : make(day, publicKey)
  const made = make(day, publicKey)
  // A failure is for whoever takes it; until then it is nobody's.
  made.catch(() => undefined)
  ahead = { day, publicKey, made }
  return taken
}
