/** Refuses answers without the rest of the response. */
import { initTRPC } from "@trpc/server"
import { publishing } from "../../policy/response/only-publishable.ts"
import type { Checked } from "../../policy/response/stage.ts"

const t = initTRPC.create()
declare const held: Checked
export const router = publishing(t.router({ say: t.procedure.mutation(() => held.response.answers) }))
