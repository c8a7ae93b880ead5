/** A sealed response is still not for sharing. */
import { initTRPC } from "@trpc/server"
import { publishing } from "../../policy/rules/raw-data-never-shared.ts"
import type { Sealed } from "../../policy/stage.ts"

const t = initTRPC.create()
declare const held: Sealed
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
