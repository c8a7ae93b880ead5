/** Every reason for which a submission is turned away, with the words for the sender; none can hold what was sent. */
import type { Refusal } from "../../policy/admit.ts"

export const reasons = [
  "not-understood",
  "against-a-rule",
  "not-open-yet",
  "closed",
  "busy",
  "too-large",
  "wrong-origin",
  "wrong-kind-of-request",
] as const

export interface Refused {
  readonly reason: (typeof reasons)[number]
  /** A key of the form. */
  readonly question?: string
  readonly whatToDo: string
}

export const statusOf: Record<Refused["reason"], number> = {
  "not-understood": 400,
  "against-a-rule": 400,
  "not-open-yet": 403,
  closed: 403,
  "wrong-origin": 403,
  "wrong-kind-of-request": 415,
  "too-large": 413,
  busy: 503,
}

export const notASubmission: Refused = {
  reason: "not-understood",
  whatToDo: `send { "form", "token", "answers" }: one of the six forms, a fresh UUID, and the answers by question`,
}

export const busy: Refused = {
  reason: "busy",
  whatToDo: "nothing was kept; please send the same answers with the same token again in a moment",
}

export const refused = (refusal: Refusal): Refused => {
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
  }
}
