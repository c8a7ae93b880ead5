/** Refuses a value of type `unknown`. */
import { initTRPC } from "@trpc/server"
import { publishing } from "../../policy/response/only-publishable.ts"

const t = initTRPC.create()
declare const held: unknown
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
