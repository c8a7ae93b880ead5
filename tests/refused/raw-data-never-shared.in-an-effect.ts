/** Refuses an Effect that succeeds with a response. */
import { initTRPC } from "@trpc/server"
import type { Effect } from "effect"
import { publishing } from "../../policy/response/only-publishable.ts"
import type { Matched } from "../../policy/response/stage.ts"

const t = initTRPC.create()
declare const held: Effect.Effect<Matched>
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
