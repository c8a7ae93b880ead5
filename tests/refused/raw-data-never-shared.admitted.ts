/** Refuses an admitted response. */
import { initTRPC } from "@trpc/server"
import { publishing } from "../../policy/response/only-publishable.ts"
import type { Admitted } from "../../policy/response/stage.ts"

const t = initTRPC.create()
declare const held: Admitted
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
