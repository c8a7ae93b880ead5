/** The list of released tables, and the way to it from the address without its last sign. */
import type { APIEvent } from "@solidjs/start/server"
import { releasedFolder } from "../../server/deployment.ts"
import { releasedIn } from "../../server/released.ts"

const answer = releasedIn(releasedFolder)

export const GET = ({ request }: APIEvent): Promise<Response> => answer(request)
