/** A form for a class that shares devices. */
import type { APIEvent } from "@solidjs/start/server"
import { beginTogether, proceedAlone } from "../../server/class-route.ts"
import { respond } from "../../server/services.ts"

export const GET = ({ request, params }: APIEvent): Promise<Response> =>
  respond(beginTogether(request, params["form"] ?? ""))
export const POST = ({ params }: APIEvent): Response => proceedAlone(params["form"] ?? "")
