/** Refuses an exact count, which is a publication. */
import { initTRPC } from "@trpc/server"
import { publishing } from "../../policy/response/only-publishable.ts"

const t = initTRPC.create()
declare const held: number
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
