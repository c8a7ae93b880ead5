/** A program that would give a response. */
import { initTRPC } from "@trpc/server"
import type { Effect } from "effect"
import { publishing } from "../../policy/rules/raw-data-never-shared.ts"
import type { Matched } from "../../policy/stage.ts"

const t = initTRPC.create()
declare const held: Effect.Effect<Matched>
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
