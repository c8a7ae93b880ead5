/** Sends what waits, one survey after another; each goes from the device once the server has it, or nobody can take it any more. */
import { deliverWaiting } from "../door.ts"
import { allWaiting, removeWaiting, type WaitingSurvey } from "./waiting-surveys.ts"

/** Why surveys went from the device unsent. */
export type Lost = "closed" | "too-late" | "not-taken"

export interface Sending {
  /** Those that still wait. */
  readonly waiting: readonly WaitingSurvey[]
  readonly lost: Readonly<Partial<Record<Lost, number>>>
}

const lossOf = (reason: string | undefined): Lost | undefined => {
  switch (reason) {
    case "closed":
      return "closed"
    case "waited-too-long":
      return "too-late"
    case "not-understood":
    case "against-a-rule":
    case "too-large":
      return "not-taken"
    default:
      return undefined
  }
}

const sendEach = async (): Promise<Sending> => {
  const lost: Partial<Record<Lost, number>> = {}
  for (const { form, token, day, sealed } of await allWaiting()) {
    const reply = await deliverWaiting({ form, token, day, sealed })
    const loss = reply === "stored" ? undefined : lossOf(reply?.reason)
    // No network, or a server that is busy: all of them wait.
    if (reply !== "stored" && loss === undefined) break
    await removeWaiting(token)
    if (loss !== undefined) lost[loss] = (lost[loss] ?? 0) + 1
  }
  return { waiting: await allWaiting(), lost }
}

let underway: Promise<Sending> | undefined

/** Asked again meanwhile, it sends once more at the end: a survey may have come since it looked. */
export const sendWaiting = (): Promise<Sending> => {
  const sending = (underway ?? Promise.resolve()).then(sendEach, sendEach)
  underway = sending
  return sending
}
