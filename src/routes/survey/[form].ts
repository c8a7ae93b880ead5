/** A form: its privacy information on GET, a page at a time on POST. */
import type { APIEvent } from "@solidjs/start/server"
import { begin, proceed } from "../../server/survey-route.ts"

export const GET = ({ request, params }: APIEvent): Promise<Response> => begin(request, params["form"] ?? "")
export const POST = ({ request, params }: APIEvent): Promise<Response> => proceed(request, params["form"] ?? "")
