/** A response past the door. */
import { initTRPC } from "@trpc/server"
import { publishing } from "../../policy/rules/raw-data-never-shared.ts"
import type { Admitted } from "../../policy/stage.ts"

const t = initTRPC.create()
declare const held: Admitted
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
