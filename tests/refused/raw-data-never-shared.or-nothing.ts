/** A response, or nothing. */
import { initTRPC } from "@trpc/server"
import { publishing } from "../../policy/rules/raw-data-never-shared.ts"
import type { Matched } from "../../policy/stage.ts"

const t = initTRPC.create()
declare const held: Matched | undefined
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
