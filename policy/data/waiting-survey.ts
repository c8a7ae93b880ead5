/** How a survey is sealed that waits on a device: what its page and our server must do alike (RFC 9180, base mode). */
import type { WireAnswers } from "./answer.ts"
import type { FormId } from "./form-id.ts"

/** HPKE's `info`. The suite is DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
export const waitingLabel = "the-big-ask/waiting-survey"

/** Bytes of the key that each survey begins with: an uncompressed point of P-256. */
export const encapsulatedLength = 65

/** HPKE's `aad`: a sealed survey opens for its own form and token only, and so is stored once. */
export const boundTo = (form: FormId, token: string): string => `${form}|${token}`

/** Bytes. Nearly every survey stays within the first step, so that its length does not follow what was answered. */
const step = 2_048

/** JSON may end in spaces. */
export const paddedAnswers = (answers: WireAnswers): Uint8Array<ArrayBuffer> => {
  const json = new TextEncoder().encode(JSON.stringify(answers))
  const padded = new Uint8Array(Math.ceil(json.length / step) * step).fill(" ".charCodeAt(0))
  padded.set(json)
  return padded
}

/** The key of one day, as a page gets it. */
export interface WaitingKey {
  readonly day: string
  /** The last civil day in London on which a survey sealed with it can be sent. */
  readonly until: string
  /** Base64 of the public key. */
  readonly key: string
}
