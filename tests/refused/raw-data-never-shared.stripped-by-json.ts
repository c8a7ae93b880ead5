/** A response that JSON has stripped of its mark. */
import { initTRPC } from "@trpc/server"
import { publishing } from "../../policy/rules/raw-data-never-shared.ts"
import type { Matched } from "../../policy/stage.ts"

const t = initTRPC.create()
declare const held: Matched
export const router = publishing(
  t.router({ say: t.procedure.mutation(() => JSON.parse(JSON.stringify(held)) as Record<string, string>) }),
)
