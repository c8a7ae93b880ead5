/** Sets up tRPC for staff: a procedure knows who signed in before it begins, and a refusal names the rule and what to do. */
import { initTRPC, TRPCError } from "@trpc/server"
import { Cause, type Effect } from "effect"
import type { Acting } from "../../policy/capability/acting.ts"
import type { Window } from "../../policy/window.ts"
import type { StorageSettings } from "../deployment/storage.ts"
import type { requestTable } from "../tables/request/request-table.ts"
import type { check } from "../tables/workflow/check.ts"
import type { publish } from "../tables/workflow/publish.ts"
import { refusalMessage } from "../tables/workflow/refusal-message.ts"
import type { withEvidence } from "../tables/workflow/with-evidence.ts"

/** What sign-in has established. */
export interface StaffContext {
  /** Who is signed in, for an act that needs no more than that. */
  readonly who: Acting
  /** The same with the fresh proof that was given for this act, which is used up. */
  readonly proving: (act: string) => Effect.Effect<Acting>
  readonly storage: StorageSettings
  readonly window: Window | "always"
}

type ErrorOf<F extends (...input: never) => Effect.Effect<unknown, unknown, unknown>> = Effect.Error<ReturnType<F>>

/** Everything with which the work of a procedure can fail. */
export type StaffRefusal = ErrorOf<typeof requestTable> | ErrorOf<typeof check> | ErrorOf<typeof publish>

type Refusal = StaffRefusal | ErrorOf<typeof withEvidence<never, never>>

const codes = {
  NotGranted: "FORBIDDEN",
  NotProven: "FORBIDDEN",
  ReadsLocked: "FORBIDDEN",
  RuleViolation: "UNPROCESSABLE_CONTENT",
  TableRefused: "UNPROCESSABLE_CONTENT",
  NotProposed: "UNPROCESSABLE_CONTENT",
  NoResponses: "UNPROCESSABLE_CONTENT",
  UnknownProposal: "NOT_FOUND",
  AddressShared: "CONFLICT",
  AnswerNotOffered: "SERVICE_UNAVAILABLE",
  EvidenceOlder: "SERVICE_UNAVAILABLE",
  NotWritten: "SERVICE_UNAVAILABLE",
  SettingRefused: "SERVICE_UNAVAILABLE",
  StoreUnavailable: "SERVICE_UNAVAILABLE",
  StoreForeign: "SERVICE_UNAVAILABLE",
  StoreGone: "SERVICE_UNAVAILABLE",
  WrongMode: "SERVICE_UNAVAILABLE",
} as const satisfies Record<Refusal["_tag"], TRPCError["code"]>

/** A defect reveals nothing: its message could hold an answer. */
export const refusedBy = (cause: Cause.Cause<Refusal>): TRPCError => {
  const refusal = cause.reasons.find(Cause.isFailReason)?.error
  if (refusal === undefined) return new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: "This could not be done." })
  return new TRPCError({ code: codes[refusal._tag], message: refusalMessage(refusal) })
}

export const t = initTRPC.context<StaffContext>().create({
  isDev: false,
  errorFormatter: ({ shape: { code, message, data } }) => ({
    code,
    message,
    data: { code: data.code, httpStatus: data.httpStatus },
  }),
})
