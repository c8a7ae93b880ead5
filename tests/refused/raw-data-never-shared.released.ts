/** A table past every gate leaves by publication, and by no procedure that a child reaches. */
import { initTRPC } from "@trpc/server"
import { publishing } from "../../policy/rules/raw-data-never-shared.ts"
import type { Released } from "../../policy/stage.ts"

const t = initTRPC.create()
declare const held: Released
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
