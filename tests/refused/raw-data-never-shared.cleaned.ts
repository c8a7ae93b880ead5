/** Words that are clean enough to code are not for sharing. */
import { initTRPC } from "@trpc/server"
import { publishing } from "../../policy/rules/raw-data-never-shared.ts"
import type { Cleaned } from "../../policy/stage.ts"

const t = initTRPC.create()
declare const held: Cleaned
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
