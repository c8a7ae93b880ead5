/** Something unknown. */
import { initTRPC } from "@trpc/server"
import { publishing } from "../../policy/rules/raw-data-never-shared.ts"

const t = initTRPC.create()
declare const held: unknown
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
