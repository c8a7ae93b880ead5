/** The way in. */
import type { APIEvent } from "@solidjs/start/server"
import { forms } from "../../surveys/forms.ts"
import { landingPage } from "../pages/landing.tsx"
import { stillPage } from "../server/compressed.ts"
import { deployment } from "../server/deployment.ts"
import { shut, shutNow } from "../server/shut.ts"

const page = stillPage(landingPage({ forms, mode: deployment.mode }))

export const GET = async ({ request }: APIEvent): Promise<Response> => {
  const state = await shutNow()
  return state ? shut(state) : page(request, { cache: "forward" })
}
