/** What is known of a day whose answers are destroyed. */
import { initTRPC } from "@trpc/server"
import type { Retention } from "../../policy/retention/retention-state.ts"
import { publishing } from "../../policy/rules/raw-data-never-shared.ts"

const t = initTRPC.create()
declare const held: Retention<"destroyed">["facts"]
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
