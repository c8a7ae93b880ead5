/** Refuses a sealed response. */
import { initTRPC } from "@trpc/server"
import { publishing } from "../../policy/response/only-publishable.ts"
import type { Sealed } from "../../policy/response/stage.ts"

const t = initTRPC.create()
declare const held: Sealed
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
