/** A form: its privacy information on GET, a page at a time on POST. */
import type { APIEvent } from "@solidjs/start/server"
import { respond } from "../../server/services.ts"
import { begin, proceed } from "../../server/survey-route.ts"

export const GET = ({ request, params }: APIEvent): Promise<Response> => respond(begin(request, params["form"] ?? ""))
export const POST = ({ request, params }: APIEvent): Promise<Response> =>
  respond(proceed(request, params["form"] ?? ""))
