/** Refuses a copy of a receipt with an answer added. */
import { initTRPC } from "@trpc/server"
import { publishing } from "../../policy/response/only-publishable.ts"
import { makeReceipt } from "../../policy/response/publishable.ts"
import type { Matched } from "../../policy/response/stage.ts"

const t = initTRPC.create()
declare const held: Matched
export const router = publishing(
  t.router({ say: t.procedure.mutation(() => ({ ...makeReceipt(), age: held.answers["age"] })) }),
)
