/** The way in. */
import { forms } from "../../surveys/forms.ts"
import { htmlResponse } from "../document.tsx"
import { landingPage } from "../pages/landing.tsx"
import { deployment } from "../server/deployment.ts"
import { shut, shutNow } from "../server/shut.ts"

const html = landingPage({ forms, mode: deployment.mode })

export const GET = async (): Promise<Response> => {
  const state = await shutNow()
  return state ? shut(state) : htmlResponse(html, { cache: "forward" })
}
