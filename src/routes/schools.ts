/** For those who help children take part. */
import type { APIEvent } from "@solidjs/start/server"
import { forms } from "../../surveys/forms.ts"
import { htmlResponse } from "../document.tsx"
import { schoolsPage } from "../pages/schools.tsx"
import { deployment } from "../server/deployment.ts"

export const GET = ({ request }: APIEvent): Response => {
  const origin = deployment.origin ?? new URL(request.url).origin
  return htmlResponse(schoolsPage({ origin, forms, mode: deployment.mode }), { cache: "forward" })
}
