/** An exact count is a publication too. */
import { initTRPC } from "@trpc/server"
import { publishing } from "../../policy/rules/raw-data-never-shared.ts"

const t = initTRPC.create()
declare const held: number
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
