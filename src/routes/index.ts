/** The way in. */
import { forms } from "../../surveys/forms.ts"
import { htmlResponse } from "../document.tsx"
import { landingPage } from "../pages/landing.tsx"
import { deployment } from "../server/deployment.ts"

const html = landingPage({ forms, mode: deployment.mode })

export const GET = (): Response => htmlResponse(html, { cache: "forward" })
