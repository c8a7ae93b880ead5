/** Stores a sealed complaint, or finds the letters to its sender; each request is answered once, and a store at fault says so. */
import { Effect } from "effect"
import type { Collection } from "../../db/collection/collection.ts"
import type { AboutComplaint, ComplaintAnswer } from "../deployment/messages.ts"

export interface ComplaintDesk {
  readonly take: (message: AboutComplaint) => void
  /** Resolves when no request is being answered. */
  readonly empty: () => Promise<unknown>
}

const unavailable: ComplaintAnswer["said"] = { outcome: "unavailable" }

/** The day of receipt is that of the writer's own clock. */
export const complaintDesk = (
  { complaints, isInPlace }: Pick<Collection["Service"], "complaints" | "isInPlace">,
  today: () => string,
  answer: (message: ComplaintAnswer) => void,
): ComplaintDesk => {
  const underway = new Set<Promise<void>>()

  const asked = ({ asks }: AboutComplaint): Effect.Effect<ComplaintAnswer["said"]> => {
    if (!isInPlace()) return Effect.succeed(unavailable)
    const work: Effect.Effect<ComplaintAnswer["said"], unknown> =
      asks.to === "keep"
        ? Effect.map(complaints.keep(asks.hash, asks.sealed, today()), (outcome) => ({ outcome }))
        : Effect.map(complaints.lettersTo(asks.hash), (letters) => ({ letters }))
    return Effect.catchCause(work, () => Effect.succeed(unavailable))
  }

  return {
    take: (message) => {
      const work = Effect.runPromise(asked(message)).then((said) => {
        answer({ kind: "complaint-answer", request: message.request, said })
        underway.delete(work)
      })
      underway.add(work)
    },
    empty: () => Promise.all(underway),
  }
}
