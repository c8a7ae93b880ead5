/** A pack for those who help children take part, to read and to print. */
import type { APIEvent } from "@solidjs/start/server"
import { forms } from "../../../surveys/forms.ts"
import { htmlResponse } from "../../pages/document.tsx"
import { notFoundPage } from "../../pages/not-found.tsx"
import { packPage } from "../../pages/pack.tsx"
import { packFacts } from "../../pages/packs/facts.ts"
import { packs } from "../../pages/packs/packs.ts"
import { compressed } from "../../server/compressed.ts"
import { deployment } from "../../server/environment.ts"
import { part } from "../../server/gzip-parts.ts"

const { mode, window, contacts = {} } = deployment

export const GET = ({ request, params }: APIEvent): Response => {
  const pack = packs.find(({ slug }) => slug === params["pack"])
  if (pack === undefined) return htmlResponse(notFoundPage(), { cache: "forward", status: 404 })
  const origin = deployment.origin ?? new URL(request.url).origin
  const facts = packFacts({ origin, forms, window, contacts })
  return compressed(request, [part(packPage(pack, facts, mode))], { cache: "forward" })
}
