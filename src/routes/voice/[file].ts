/** One recording. */
import type { APIEvent } from "@solidjs/start/server"
import { recorded } from "../../server/services.ts"

export const GET = ({ request, params }: APIEvent): Promise<Response> => recorded(request, params["file"] ?? "")
