/** Refuses a home postcode, although it prints as nothing. */
import { initTRPC } from "@trpc/server"
import { publishing } from "../../policy/response/only-publishable.ts"
import type { HomePostcode } from "../../policy/response/postcode.ts"

const t = initTRPC.create()
declare const held: HomePostcode
export const router = publishing(t.router({ say: t.procedure.mutation(() => held) }))
