/** Answers every group from `web` exactly once, whether the writer runs, dies or never started. */
import type { Outcome } from "../../db/collection/append.ts"
import type { Append, Appended, ToWriter } from "../deployment/messages.ts"

interface Waiting {
  readonly group: number
  readonly size: number
  readonly bytes: number
}

export interface Relay {
  readonly append: (message: Append) => void
  readonly appended: (message: Appended) => void
  readonly writerIsUp: (up: boolean) => void
  readonly webEnded: () => void
}

/** Beyond this many waiting responses, storing would take too long; beyond these bytes, memory would fill: more are refused. */
const mostWaiting = 20_000
const mostBytes = 64 * 1024 * 1024

const bytesOf = ({ items }: Append): number => items.reduce((sum, { sealed }) => sum + sealed.ciphertext.byteLength, 0)

/** Numbers groups itself, since a restarted `web` counts from the start again. */
export const relay = (toWriter: (message: ToWriter) => boolean, toWeb: (message: Appended) => unknown): Relay => {
  const waiting = new Map<number, Waiting>()
  let next = 0
  let rows = 0
  let bytes = 0
  let up = false

  const answer = (ticket: number, outcomes: (size: number) => readonly Outcome[]) => {
    const group = waiting.get(ticket)
    if (group === undefined) return
    waiting.delete(ticket)
    rows -= group.size
    bytes -= group.bytes
    toWeb({ kind: "appended", group: group.group, outcomes: outcomes(group.size) })
  }
  const unavailable = (size: number) => Array.from({ length: size }, (): Outcome => "unavailable")

  return {
    append: (message) => {
      const { group, items } = message
      const ticket = next++
      const size = { size: items.length, bytes: bytesOf(message) }
      waiting.set(ticket, { group, ...size })
      rows += size.size
      bytes += size.bytes
      const fits = rows <= mostWaiting && bytes <= mostBytes
      const sent = up && fits && toWriter({ kind: "append", group: ticket, items })
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
      bytes = 0
    },
  }
}
