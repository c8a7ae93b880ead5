/** Refuses a string, which may be a response as text. */
import { initTRPC } from "@trpc/server"
import { publishing } from "../../policy/response/only-publishable.ts"

const t = initTRPC.create()
declare const held: string
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
