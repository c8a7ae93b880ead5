/** The line from `web` to the launcher, by which keys arrive and sealed groups leave; there is no other way out. */
import type { Append, Appended, Keys, ToWeb } from "../launcher/message.ts"

type Heard = (message: Appended) => void

let keys: Keys = { kind: "keys", publicKeys: {}, pageKeys: {} }
let closing = false
let heard: Heard = () => undefined

process.on("message", (message: ToWeb) => {
  if (message.kind === "keys") keys = message
  if (message.kind === "closing") closing = true
  if (message.kind === "appended") heard(message)
})

export const publicKeyOf = (day: string): Uint8Array | undefined => keys.publicKeys[day]

/** From here on nothing is taken, whatever the window says. */
export const isClosing = (): boolean => closing

/** Today's page key and yesterday's, by civil date. */
export const pageKeys = (): Keys["pageKeys"] => keys.pageKeys

export const onAppended = (listener: Heard): void => {
  heard = listener
}

/** False when there is nobody to hand the group to. */
export const append = (group: Append): boolean => {
  if (!process.send || !process.connected) return false
  process.send(group)
  return true
}
