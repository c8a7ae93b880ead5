/** What becomes of the answers. */
import deploymentFile from "../../app.config.ts"
import { forms } from "../../surveys/forms.ts"
import { htmlResponse } from "../document.tsx"
import { privacyPage } from "../pages/privacy.tsx"
import { deployment } from "../server/deployment.ts"

const { controller, regulator } = deploymentFile
const html = privacyPage({ forms, mode: deployment.mode, controller, regulator })

export const GET = (): Response => htmlResponse(html, { cache: "forward" })
