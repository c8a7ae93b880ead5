/** Sets up tRPC for this service: no reply ever holds a stack, a path or an input. */
import { initTRPC, TRPCError } from "@trpc/server"
import { getHTTPStatusCodeFromError } from "@trpc/server/http"
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc"
import { busy, notASubmission, type Refused } from "./refused.ts"
import type { Stored } from "./sealing-queue.ts"
import type { Sender } from "./senders/senders.ts"

/** All that a procedure may know of a request. No address, agent or cookie has a place here. */
export interface RequestContext {
  /** A hash that changes hourly, or that the sender has waited for its turn already. */
  readonly sender: Sender | "in-turn"
  /** Reports to the page that asked whether its token had been spent before. */
  readonly stored: (outcome: Stored) => void
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
  "work-first": "PRECONDITION_REQUIRED",
  "turn-later": "PRECONDITION_REQUIRED",
  "waited-too-long": "FORBIDDEN",
} as const satisfies Record<Refused["reason"], TRPCError["code"]>

export const refuse = (refused: Refused): TRPCError =>
  new TRPCError({ code: codes[refused.reason], cause: new RefusedRequest(refused) })

/** The refusal that an error carries; for any other error, only whether the fault is the sender's or ours. */
export const refusedBy = (error: TRPCError): Refused => {
  if (error.cause instanceof RefusedRequest) return error.cause.refused
  return error.code === "INTERNAL_SERVER_ERROR" ? busy : notASubmission
}

/** All that a sender learns of an error, in the shape that tRPC's client expects. */
export const errorShape = (error: TRPCError) => {
  const refused = refusedBy(error)
  return {
    code: TRPC_ERROR_CODES_BY_KEY[error.code],
    message: refused.whatToDo,
    data: { code: error.code, httpStatus: getHTTPStatusCodeFromError(error), refused },
  }
}

export const t = initTRPC.context<RequestContext>().create({
  isDev: false,
  errorFormatter: ({ error }) => errorShape(error),
})
