/** tRPC as this service uses it: no stack, no path and no input ever reaches a reply. */
import { initTRPC, TRPCError } from "@trpc/server"
import type { Outcome } from "../../db/collection/append.ts"
import { busy, notASubmission, type Refused } from "./refused.ts"

/** All that a procedure may know of a request. No address, agent or cookie has a place here. */
export interface RequestContext {
  /** Tells the page that asked whether its token had been spent before. */
  readonly stored: (outcome: Outcome) => void
}

/** Carries a refusal through tRPC's error channel. */
export class RefusedRequest extends Error {
  readonly refused: Refused
  constructor(refused: Refused) {
    super(refused.reason)
    this.refused = refused
  }
}

const codes = {
  "not-understood": "BAD_REQUEST",
  "against-a-rule": "BAD_REQUEST",
  "not-open-yet": "FORBIDDEN",
  closed: "FORBIDDEN",
  "wrong-origin": "FORBIDDEN",
  "wrong-kind-of-request": "UNSUPPORTED_MEDIA_TYPE",
  "too-large": "PAYLOAD_TOO_LARGE",
  busy: "SERVICE_UNAVAILABLE",
} as const satisfies Record<Refused["reason"], TRPCError["code"]>

export const refuse = (refused: Refused): TRPCError =>
  new TRPCError({ code: codes[refused.reason], cause: new RefusedRequest(refused) })

/** What the sender is told of any error: a known refusal, or else only whose side the fault is on. */
export const refusedBy = (error: TRPCError): Refused => {
  if (error.cause instanceof RefusedRequest) return error.cause.refused
  return error.code === "INTERNAL_SERVER_ERROR" ? busy : notASubmission
}

export const t = initTRPC.context<RequestContext>().create({
  isDev: false,
  errorFormatter: ({ shape, error }) => {
    const refused = refusedBy(error)
    return {
      code: shape.code,
      message: refused.whatToDo,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, refused },
    }
  },
})
