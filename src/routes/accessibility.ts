/** The accessibility statement. */
import { htmlResponse } from "../document.tsx"
import { accessibilityPage } from "../pages/accessibility.tsx"
import { deployment } from "../server/deployment.ts"

const html = accessibilityPage({ mode: deployment.mode })

export const GET = (): Response => htmlResponse(html, { cache: "forward" })
