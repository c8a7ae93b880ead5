/** Sometimes a receipt, sometimes a response. */
import { initTRPC } from "@trpc/server"
import type { Receipt } from "../../policy/publishable.ts"
import { publishing } from "../../policy/rules/raw-data-never-shared.ts"
import type { Matched } from "../../policy/stage.ts"

const t = initTRPC.create()
declare const held: Receipt | Matched
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
