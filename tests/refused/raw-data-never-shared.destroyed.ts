/** Refuses the facts about a day whose answers are destroyed. */
import { initTRPC } from "@trpc/server"
import type { Retention } from "../../policy/custody/retention.ts"
import { publishing } from "../../policy/response/only-publishable.ts"

const t = initTRPC.create()
declare const held: Retention<"destroyed">["facts"]
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
