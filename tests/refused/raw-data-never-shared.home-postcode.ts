/** A home postcode, though it prints nothing. */
import { initTRPC } from "@trpc/server"
import type { HomePostcode } from "../../policy/postcode.ts"
import { publishing } from "../../policy/rules/raw-data-never-shared.ts"

const t = initTRPC.create()
declare const held: HomePostcode
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
