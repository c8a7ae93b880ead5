/** Seals what a survey without script carries from page to page: only this server reads it, and for a day at most. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import { dayOf, daysAfter } from "../../db/keys/civil-day.ts"
import type { WireAnswers } from "../../policy/data/answer.ts"
import type { FormId } from "../../policy/data/form-id.ts"
import type { KeysByDay } from "../deployment/messages.ts"

export interface PageState {
  readonly token: string
  /** The page shown, by its place in the form; the form's length means the sending page. */
  readonly place: number
  readonly answers: WireAnswers
  /** Milliseconds since 1970, when the survey was begun. */
  readonly begun: number
}

export interface OpenedState extends PageState {
  /** Milliseconds since 1970, when the page that carries it was served. */
  readonly shown: number
}

/** The place of the page that has the notice and Start. */
export const startPlace = -1

/** Milliseconds for which a sealed state opens, counted from the beginning of its survey. */
export const sealedLife = 24 * 60 * 60 * 1000

const cipher = "aes-256-gcm"
const nonceLength = 12
const tagLength = 16
/** Bytes. Nearly every survey stays within the first step, so that the length does not follow what was answered. */
const step = 2_048

/** JSON may end in spaces. The start page holds no answer, and needs none. */
const padded = (state: OpenedState): Buffer => {
  const json = Buffer.from(JSON.stringify(state))
  if (state.place === startPlace) return json
  return Buffer.concat([json], Math.ceil(json.length / step) * step).fill(" ", json.length)
}

/** `day.base64url`: the day names the key, and the form is bound to it. Returns `undefined` before today's key has come. */
export const sealState = (keys: KeysByDay, form: FormId, state: PageState, now: number): string | undefined => {
  const day = dayOf(now)
  const key = keys[day]
  if (key === undefined) return undefined
  const nonce = randomBytes(nonceLength)
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(form))
  const plain = padded({ ...state, shown: now })
  const sealed = [sealing.update(plain), sealing.final()]
  plain.fill(0)
  return `${day}.${Buffer.concat([nonce, ...sealed, sealing.getAuthTag()]).toString("base64url")}`
}

const decrypt = (form: FormId, key: Uint8Array, bytes: Buffer): OpenedState => {
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceLength))
  opening.setAAD(Buffer.from(form)).setAuthTag(bytes.subarray(-tagLength))
  const plain = Buffer.concat([opening.update(bytes.subarray(nonceLength, -tagLength)), opening.final()])
  return JSON.parse(plain.toString()) as OpenedState
}

/** The keeper sends tomorrow's key ahead of midnight: nothing that is sealed with it is ours yet. */
const opensOn = (day: string, now: number): boolean => {
  const today = dayOf(now)
  return day === today || day === daysAfter(today, -1)
}

/** Returns `undefined` for anything that was not sealed here, for this form, today or yesterday. */
export const openState = (keys: KeysByDay, form: FormId, sealed: string, now: number): OpenedState | undefined => {
  const [day = "", text = ""] = sealed.split(".")
  const key = opensOn(day, now) ? keys[day] : undefined
  const bytes = Buffer.from(text, "base64url")
  if (key === undefined || bytes.length <= nonceLength + tagLength) return undefined
  try {
    const state = decrypt(form, key, bytes)
    return now - state.begun < sealedLife ? state : undefined
  } catch {
    return undefined
  }
}
