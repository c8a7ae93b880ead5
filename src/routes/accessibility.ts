/** The accessibility statement. */
import type { APIEvent } from "@solidjs/start/server"
import { accessibilityPage } from "../pages/accessibility.tsx"
import { stillPage } from "../server/compressed.ts"
import { deployment } from "../server/environment.ts"

const page = stillPage(accessibilityPage({ mode: deployment.mode }))

export const GET = ({ request }: APIEvent): Response => page(request, { cache: "forward" })
