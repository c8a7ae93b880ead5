/** A released table, as a page or as a file to take away. */
import type { APIEvent } from "@solidjs/start/server"
import { released } from "../../server/services.ts"

export const GET = ({ request }: APIEvent): Promise<Response> => released(request)
