/** Writes and reads the cookie of a session: 32 random bytes that no script sees and no other site can send. */
import { randomBytes } from "node:crypto"
import { type Digest, digestOf } from "../../policy/record/digest.ts"

/** The prefix binds it to this host and to a secure origin, which for a browser http://localhost is too. */
const name = "__Host-staff"
const attributes = "Path=/; Secure; HttpOnly; SameSite=Strict"

/** Made afresh at each sign-in. Only the digest is kept. */
export const newSecret = (): { readonly secret: string; readonly digest: Digest } => {
  const secret = randomBytes(32).toString("base64url")
  return { secret, digest: digestOf(secret) }
}

export const cookieOf = (secret: string): string => `${name}=${secret}; ${attributes}`
export const endOfCookie = `${name}=; Max-Age=0; ${attributes}`

const pattern = new RegExp(`(?:^|;\\s*)${name}=([A-Za-z0-9_-]{43})(?:;|$)`)

/** `undefined` for a request without one of the right shape. */
export const sessionIn = (headers: Headers): Digest | undefined => {
  const [, secret] = pattern.exec(headers.get("cookie") ?? "") ?? []
  return secret === undefined ? undefined : digestOf(secret)
}
