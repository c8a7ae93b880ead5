/** A device of software: makes passkeys and signs with them as a real one does, and does it wrongly where a test asks for that. */
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto"

const hash = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest()
const url = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url")

/** A person touched it; and unlocked it. */
const [present, verified, withKey] = [0x01, 0x04, 0x40]

export interface Wrongly {
  /** The page on which the person was. */
  readonly origin?: string
  /** Whether the person unlocked it with a fingerprint, a face or a PIN. */
  readonly unlocked?: boolean
  /** How often it says that it has been used. */
  readonly counter?: number
}

export type Device = ReturnType<typeof newDevice>

export const newDevice = (home: string) => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const credential = randomBytes(16)
  let uses = 0

  const said = (type: string, challenge: string, origin: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

  const stated = (flags: number, counter: number, key = Buffer.alloc(0)): Buffer => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([hash(Buffer.from(new URL(home).hostname)), Buffer.from([flags]), count, key])
  }

  /** CBOR: a map of key type, algorithm ES256, curve P-256, and the two halves of the point. */
  const publicHalf = (): Buffer => {
    const { x = "", y = "" } = publicKey.export({ format: "jwk" })
    const [before, between] = [Buffer.from("a5010203262001215820", "hex"), Buffer.from("225820", "hex")]
    return Buffer.concat([before, Buffer.from(x, "base64url"), between, Buffer.from(y, "base64url")])
  }

  const flagsOf = (unlocked: boolean): number => present | (unlocked ? verified : 0)
  const answer = { id: url(credential), rawId: url(credential), type: "public-key", clientExtensionResults: {} }

  return {
    make: ({ challenge }: { readonly challenge: string }, { origin = home, unlocked = true }: Wrongly = {}) => {
      const length = Buffer.from([0, credential.length])
      const key = Buffer.concat([Buffer.alloc(16), length, credential, publicHalf()])
      const data = stated(flagsOf(unlocked) | withKey, 0, key)
      const named = Buffer.from("a363666d74646e6f6e656761747453746d74a0686175746844617461", "hex")
      const attestationObject = url(Buffer.concat([named, Buffer.from([0x58, data.length]), data]))
      const clientDataJSON = url(said("webauthn.create", challenge, origin))
      return { ...answer, response: { clientDataJSON, attestationObject, transports: ["internal"] } }
    },

    sign: (
      { challenge }: { readonly challenge: string },
      { origin = home, unlocked = true, counter }: Wrongly = {},
    ) => {
      uses = counter ?? uses + 1
      const data = stated(flagsOf(unlocked), uses)
      const client = said("webauthn.get", challenge, origin)
      const signature = sign("sha256", Buffer.concat([data, hash(client)]), privateKey)
      return {
        ...answer,
        response: { clientDataJSON: url(client), authenticatorData: url(data), signature: url(signature) },
      }
    },
  }
}
