/** The list of released tables, and the way to it from the address without its last sign. */
import type { APIEvent } from "@solidjs/start/server"
import { released } from "../../server/services.ts"

export const GET = ({ request }: APIEvent): Promise<Response> => released(request)
