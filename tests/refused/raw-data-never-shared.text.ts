/** A string may be a response written out. */
import { initTRPC } from "@trpc/server"
import { publishing } from "../../policy/rules/raw-data-never-shared.ts"

const t = initTRPC.create()
declare const held: string
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
