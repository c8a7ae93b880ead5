/** What a script-less survey carries from page to page, sealed so that only this server reads it, for a day at most. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import type { WireAnswers } from "../../policy/data/answer.ts"
import type { FormId } from "../../policy/data/form-id.ts"
import { pageKeys } from "./channel.ts"

export interface PageState {
  readonly token: string
  /** The page shown, by its place in the form; the form's length stands for the sending page. */
  readonly place: number
  readonly answers: WireAnswers
  /** Milliseconds since 1970, when the survey was begun. */
  readonly begun: number
}

const life = 24 * 60 * 60 * 1000
const cipher = "aes-256-gcm"
const nonceLength = 12
const tagLength = 16

/** `day.base64url`: the day says which key; the form is bound to it. `undefined` before the keys have come. */
export const sealState = (form: FormId, state: PageState): string | undefined => {
  const [day, key] = Object.entries(pageKeys()).toSorted().at(-1) ?? []
  if (day === undefined || key === undefined) return undefined
  const nonce = randomBytes(nonceLength)
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(form))
  const sealed = [sealing.update(JSON.stringify(state)), sealing.final()]
  return `${day}.${Buffer.concat([nonce, ...sealed, sealing.getAuthTag()]).toString("base64url")}`
}

const opened = (form: FormId, key: Uint8Array, bytes: Buffer): PageState => {
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceLength))
  opening.setAAD(Buffer.from(form)).setAuthTag(bytes.subarray(-tagLength))
  const plain = Buffer.concat([opening.update(bytes.subarray(nonceLength, -tagLength)), opening.final()])
  return JSON.parse(plain.toString()) as PageState
}

/** `undefined` for what was not sealed here, for this form, today or yesterday. */
export const openState = (form: FormId, sealed: string, now: number): PageState | undefined => {
  const [day = "", text = ""] = sealed.split(".")
  const key = Object.hasOwn(pageKeys(), day) ? pageKeys()[day] : undefined
  const bytes = Buffer.from(text, "base64url")
  if (key === undefined || bytes.length <= nonceLength + tagLength) return undefined
  try {
    const state = opened(form, key, bytes)
    return now - state.begun < life ? state : undefined
  } catch {
    return undefined
  }
}
