/** Answers the procedures of tables at `/staff/api/trpc/NAME`, posted as JSON, for the person who is signed in. */
import { callTRPCProcedure, getTRPCErrorFromUnknown } from "@trpc/server"
import { getHTTPStatusCodeFromError } from "@trpc/server/http"
import { Effect, Schema } from "effect"
import { Evidence } from "../../db/evidence/evidence.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { isDeeperThan } from "../server/nesting.ts"
import { fromScript } from "./input.ts"
import { json } from "./reply.ts"
import { staffRouter } from "./router.ts"
import type { StaffContext } from "./trpc.ts"
import { BadInput, proving, type SignedIn } from "./visit.ts"

const anything = fromScript(Schema.Unknown)

const queries = ["variables", "proposals", "proposal"]

export const answerCall = Effect.fn("Staff.answerCall")(function* (visit: SignedIn, path: string) {
  const input = yield* anything(visit)
  if (isDeeperThan(input, 5)) return yield* new BadInput({ message: "That is nested too deep. Nothing was done." })
  const { storage } = visit.place
  const evidence = yield* Evidence
  const ctx: StaffContext = {
    storage,
    window: yield* CollectionWindow,
    who: visit.who,
    proving: (act) => Effect.orDie(proving(visit, act).pipe(Effect.provideService(Evidence, evidence))),
  }
  const type = queries.includes(path) ? "query" : "mutation"
  const call = { path, type, ctx, signal: undefined, batchIndex: 0, router: staffRouter } as const
  return yield* Effect.promise(() =>
    callTRPCProcedure({ ...call, getRawInput: async () => input }).then(
      (data: unknown) => json({ result: { data: data ?? null } }),
      (cause: unknown) => {
        const error = getTRPCErrorFromUnknown(cause)
        const message = error.code === "INTERNAL_SERVER_ERROR" ? "This could not be done." : error.message
        return json({ message, code: error.code }, getHTTPStatusCodeFromError(error))
      },
    ),
  )
})
