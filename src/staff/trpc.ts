/** tRPC as staff will use it: who signed in is known before a procedure begins, and a refusal says which rule and what to do. */
import { initTRPC, TRPCError } from "@trpc/server"
import { Cause } from "effect"
import type { PersonId } from "../../policy/capability/member.ts"
import type { Place } from "../launcher/place.ts"
import { whyRefused } from "../releasing/why-refused.ts"

/** What sign-in will establish; there is none yet, and so no procedure here has an address. */
export interface StaffContext {
  readonly person: PersonId
  readonly place: Place
}

interface Refusal {
  readonly _tag: string
  readonly message: string
}

const codes: Readonly<Record<string, TRPCError["code"]>> = {
  NotGranted: "FORBIDDEN",
  RuleViolation: "UNPROCESSABLE_CONTENT",
  TableRefused: "UNPROCESSABLE_CONTENT",
  UnknownProposal: "NOT_FOUND",
}

/** What is not on the list is a store that cannot be used, which says so itself; a defect says nothing of itself. */
export const refusedBy = (cause: Cause.Cause<Refusal>): TRPCError => {
  const refusal = cause.reasons.find(Cause.isFailReason)?.error
  if (refusal === undefined) return new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: "This could not be done." })
  return new TRPCError({ code: codes[refusal._tag] ?? "SERVICE_UNAVAILABLE", message: whyRefused(refusal) })
}

export const t = initTRPC.context<StaffContext>().create({
  isDev: false,
  errorFormatter: ({ shape: { code, message, data } }) => ({
    code,
    message,
    data: { code: data.code, httpStatus: data.httpStatus },
  }),
})
