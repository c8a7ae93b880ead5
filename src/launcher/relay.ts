/** Every group that `web` hands over is answered exactly once, whether the writer lives, dies or was never there. */
import type { Outcome } from "../../db/collection/append.ts"
import type { Append, Appended, ToWriter } from "./message.ts"

interface Waiting {
  readonly group: number
  readonly size: number
}

export interface Relay {
  readonly append: (message: Append) => void
  readonly appended: (message: Appended) => void
  readonly writerIsUp: (up: boolean) => void
  readonly webEnded: () => void
}

/** More than this many responses waiting at once is more than can be stored in good time. */
const mostWaiting = 20_000

/** Groups travel under a number of the launcher's own: a restarted `web` counts from the start again. */
export const relay = (toWriter: (message: ToWriter) => boolean, toWeb: (message: Appended) => unknown): Relay => {
  const waiting = new Map<number, Waiting>()
  let next = 0
  let rows = 0
  let up = false

  const answer = (ticket: number, outcomes: (size: number) => readonly Outcome[]) => {
    const held = waiting.get(ticket)
    if (held === undefined) return
    waiting.delete(ticket)
    rows -= held.size
    toWeb({ kind: "appended", group: held.group, outcomes: outcomes(held.size) })
  }
  const unavailable = (size: number) => Array.from({ length: size }, (): Outcome => "unavailable")

  return {
    append: ({ group, items }) => {
      const ticket = next++
      waiting.set(ticket, { group, size: items.length })
      rows += items.length
      const sent = up && rows <= mostWaiting && toWriter({ kind: "append", group: ticket, items })
      if (!sent) answer(ticket, unavailable)
    },
    appended: ({ group, outcomes }) => answer(group, () => outcomes),
    writerIsUp: (now) => {
      up = now
      if (!up) for (const ticket of [...waiting.keys()]) answer(ticket, unavailable)
    },
    webEnded: () => {
      waiting.clear()
      rows = 0
    },
  }
}
