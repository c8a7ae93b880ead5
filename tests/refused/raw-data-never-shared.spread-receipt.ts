/** A copy of a receipt with an answer put in. */
import { initTRPC } from "@trpc/server"
import { Receipt } from "../../policy/publishable.ts"
import { publishing } from "../../policy/rules/raw-data-never-shared.ts"
import type { Matched } from "../../policy/stage.ts"

const t = initTRPC.create()
declare const held: Matched
export const router = publishing(
  t.router({ say: t.procedure.mutation(() => ({ ...Receipt.of(), age: held.answers["age"] })) }),
)
