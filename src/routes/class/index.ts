/** For those who lead a class through shared devices. */
import type { APIEvent } from "@solidjs/start/server"
import { forms } from "../../../surveys/forms.ts"
import { classPage } from "../../pages/class.tsx"
import { compressed } from "../../server/compressed.ts"
import { deployment } from "../../server/environment.ts"
import { part } from "../../server/gzip-parts.ts"

export const GET = ({ request }: APIEvent): Response => {
  const origin = deployment.origin ?? new URL(request.url).origin
  return compressed(request, [part(classPage({ origin, forms, mode: deployment.mode }))], { cache: "forward" })
}
