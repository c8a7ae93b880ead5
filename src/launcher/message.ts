/** Everything the four processes ever say to each other: a closed union of plain data, sent with `serialization: "advanced"`. */
import type { Outcome } from "../../db/collection/append.ts"
import type { Sealed } from "../../policy/stage.ts"

/** Secrets and public keys by civil day (Europe/London). */
export type KeysByDay = Readonly<Record<string, Uint8Array>>

export interface Item {
  readonly token: string
  readonly sealed: Sealed
}

export interface Append {
  readonly kind: "append"
  readonly group: number
  readonly items: readonly Item[]
}

export interface Appended {
  readonly kind: "appended"
  readonly group: number
  /** One for each item, in the order of the items. */
  readonly outcomes: readonly Outcome[]
}

export interface Keys {
  readonly kind: "keys"
  readonly publicKeys: KeysByDay
  readonly pageKeys: KeysByDay
}

/** Stop taking on work, finish what is begun, then end. */
export interface Drain {
  readonly kind: "drain"
}

/** A process cannot do its work at all; the sentence is for the person who started it and says what to do. */
export interface CannotStart {
  readonly kind: "cannot-start"
  readonly sentence: string
}

/** The collection has begun to close, for good: its database takes nothing more. */
export interface Closing {
  readonly kind: "closing"
}

export type ToWeb = Keys | Appended | Closing | Drain
export type FromWeb =
  | { readonly kind: "ready"; readonly url: string }
  | Append
  | { readonly kind: "failed-to-listen"; readonly code: string }

export type ToWriter = Append | Drain
export type FromWriter = { readonly kind: "ready" } | Appended | Closing | CannotStart

export type ToKeeper = Drain
export type FromKeeper = Keys | CannotStart

/** `web` meets the outside world, so what it says is looked at before it is believed. */
export const isFromWeb = (message: unknown): message is FromWeb => {
  if (!isRecord(message)) return false
  if (message["kind"] === "ready") return typeof message["url"] === "string"
  if (message["kind"] === "failed-to-listen") return typeof message["code"] === "string"
  const { kind, group, items } = message
  return kind === "append" && Number.isSafeInteger(group) && Array.isArray(items) && items.every(isItem)
}

const isItem = (item: unknown): boolean => {
  if (!isRecord(item) || typeof item["token"] !== "string" || !isRecord(item["sealed"])) return false
  const { form, day, encapsulated, nonce, ciphertext } = item["sealed"]
  return (
    typeof form === "string" &&
    typeof day === "string" &&
    encapsulated instanceof Uint8Array &&
    nonce instanceof Uint8Array &&
    ciphertext instanceof Uint8Array
  )
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null
