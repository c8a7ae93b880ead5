/** A form to complain with, and to read what came of it. */
import type { APIEvent } from "@solidjs/start/server"
import { complaintPage } from "../pages/complaint.tsx"
import { complain } from "../server/complaint-route.ts"
import { stillPage } from "../server/compressed.ts"
import { deployment } from "../server/environment.ts"
import { respond } from "../server/services.ts"

const page = stillPage(complaintPage({ mode: deployment.mode, written: { words: "", contact: "" } }))

export const GET = ({ request }: APIEvent): Response => page(request, { cache: "redraw" })
export const POST = ({ request }: APIEvent): Promise<Response> => respond(complain(request))
