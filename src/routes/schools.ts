/** For those who help children take part. */
import type { APIEvent } from "@solidjs/start/server"
import { forms } from "../../surveys/forms.ts"
import { schoolsPage } from "../pages/schools.tsx"
import { compressed } from "../server/compressed.ts"
import { deployment } from "../server/environment.ts"
import { part } from "../server/gzip-parts.ts"

export const GET = ({ request }: APIEvent): Response => {
  const origin = deployment.origin ?? new URL(request.url).origin
  return compressed(request, [part(schoolsPage({ origin, forms, mode: deployment.mode }))], { cache: "forward" })
}
