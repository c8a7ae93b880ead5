/** Answers every request about a complaint exactly once, whether the writer runs, dies or never started. */
import type { AboutComplaint, ComplaintAnswer } from "../deployment/messages.ts"

export interface ComplaintRelay {
  readonly ask: (message: AboutComplaint) => void
  readonly answered: (message: ComplaintAnswer) => void
  readonly writerIsUp: (up: boolean) => void
  readonly webEnded: () => void
}

/** Beyond this many, the store is too busy; each is at most some ten kilobytes. */
const mostWaiting = 1_000

/** Numbers requests itself, since a restarted `web` counts from the start again. */
export const complaintRelay = (
  toWriter: (message: AboutComplaint) => boolean,
  toWeb: (message: ComplaintAnswer) => unknown,
): ComplaintRelay => {
  /** The number that `web` gave, by ours. */
  const waiting = new Map<number, number>()
  let next = 0
  let up = false

  const answer = (ours: number, { said }: Pick<ComplaintAnswer, "said">) => {
    const request = waiting.get(ours)
    if (request === undefined) return
    waiting.delete(ours)
    toWeb({ kind: "complaint-answer", request, said })
  }
  const unavailable = { said: { outcome: "unavailable" } } as const

  return {
    ask: (message) => {
      const ours = next++
      waiting.set(ours, message.request)
      const sent = up && waiting.size <= mostWaiting && toWriter({ ...message, request: ours })
      if (!sent) answer(ours, unavailable)
    },
    answered: (message) => answer(message.request, message),
    writerIsUp: (now) => {
      up = now
      if (!up) for (const ours of [...waiting.keys()]) answer(ours, unavailable)
    },
    webEnded: () => waiting.clear(),
  }
}
