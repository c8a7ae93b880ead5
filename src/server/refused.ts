/** Lists the reasons for refusing a submission, with words for its sender; no refusal can hold what was sent. */
import type { Refusal } from "../../policy/response/admit.ts"
import type { NotSealedHere, WaitedTooLong } from "./open-waiting.ts"
import type { NotStored } from "./sealing-queue.ts"
import type { TurnLater, WorkFirst } from "./senders/admission.ts"
import type { Challenge } from "./senders/work.ts"

export const reasons = [
  "not-understood",
  "against-a-rule",
  "not-open-yet",
  "closed",
  "busy",
  "too-large",
  "wrong-origin",
  "wrong-kind-of-request",
  "work-first",
  "turn-later",
  "waited-too-long",
] as const

export interface Refused {
  readonly reason: (typeof reasons)[number]
  /** A key of the form. */
  readonly question?: string
  readonly whatToDo: string
  /** A challenge to solve, or seconds to wait, before the same submission is sent again. */
  readonly first?: { readonly challenge: Challenge } | { readonly seconds: number }
}

export const notASubmission: Refused = {
  reason: "not-understood",
  whatToDo: `send { "form", "token", "answers" }: one of the six forms, a fresh UUID, and the answers by question`,
}

export const busy: Refused = {
  reason: "busy",
  whatToDo: "nothing was kept; please send the same answers with the same token again in a moment",
}

export const refused = (
  refusal: Refusal | NotStored | WorkFirst | TurnLater | WaitedTooLong | NotSealedHere,
): Refused => {
  switch (refusal._tag) {
    case "WindowClosed":
      return refusal.state === "closed"
        ? { reason: "closed", whatToDo: "the survey has closed; nothing was kept" }
        : { reason: "not-open-yet", whatToDo: "the survey is not open yet; nothing was kept" }
    case "RuleViolation":
      return {
        reason: "against-a-rule",
        ...(refusal.question && { question: refusal.question }),
        whatToDo: `${refusal.remedy} (${refusal.rule})`,
      }
    case "NotUnderstood":
      return {
        reason: "not-understood",
        ...(refusal.question && { question: refusal.question }),
        whatToDo: refusal.remedy,
      }
    case "NotStored":
      return busy
    case "NotSealedHere":
      return notASubmission
    case "WaitedTooLong":
      return { reason: "waited-too-long", whatToDo: "remove it: nobody can open it any more, and nothing was kept" }
    case "WorkFirst":
      return {
        reason: "work-first",
        whatToDo: "many answers come from your network; solve the challenge, and send the same again with the work",
        first: { challenge: refusal.challenge },
      }
    case "TurnLater":
      return {
        reason: "turn-later",
        whatToDo: "many answers come from your network; send the same again after the seconds",
        first: { seconds: refusal.seconds },
      }
  }
}
