/** A child's own words, which print nothing. */
import { initTRPC } from "@trpc/server"
import type { RawText } from "../../policy/free-text/raw-text.ts"
import { publishing } from "../../policy/rules/raw-data-never-shared.ts"

const t = initTRPC.create()
declare const held: RawText
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
