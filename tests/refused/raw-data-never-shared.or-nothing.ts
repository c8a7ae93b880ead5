/** Refuses an optional response. */
import { initTRPC } from "@trpc/server"
import { publishing } from "../../policy/response/only-publishable.ts"
import type { Matched } from "../../policy/response/stage.ts"

const t = initTRPC.create()
declare const held: Matched | undefined
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
