/** Refuses a released table: it is published as files, and not by a procedure that a child's browser calls. */
import { initTRPC } from "@trpc/server"
import type { Released } from "../../policy/release/released.ts"
import { publishing } from "../../policy/response/only-publishable.ts"

const t = initTRPC.create()
declare const held: Released
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
