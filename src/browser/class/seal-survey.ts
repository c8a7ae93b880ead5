/** Seals a finished survey in the page, at once: from then on nobody who has the device can read it. */
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core"
import { boundTo, paddedAnswers, type WaitingKey, waitingLabel } from "../../../policy/data/waiting-survey.ts"
import type { Response } from "../door.ts"
import type { WaitingSurvey } from "./waiting-surveys.ts"

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
const text = new TextEncoder()

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

/** A key of its own for each survey, which no page keeps: only the server's key opens it. */
export const sealSurvey = async (
  { form, token, answers }: Response,
  { day, until, key }: WaitingKey,
): Promise<WaitingSurvey> => {
  const sender = await suite.createSenderContext({
    recipientPublicKey: await suite.kem.deserializePublicKey(bytesOf(key)),
    info: text.encode(waitingLabel),
  })
  const plain = paddedAnswers(answers)
  const ciphertext = await sender.seal(plain, text.encode(boundTo(form, token)))
  plain.fill(0)
  const sealed = [...new Uint8Array(sender.enc), ...new Uint8Array(ciphertext)]
  return { form, token, day, until, sealed: btoa(String.fromCharCode(...sealed)) }
}
