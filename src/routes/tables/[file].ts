/** A released table, as a page or as a file to take away. */
import type { APIEvent } from "@solidjs/start/server"
import { releasedFolder } from "../../server/deployment.ts"
import { releasedIn } from "../../server/released.ts"

const answer = releasedIn(releasedFolder)

export const GET = ({ request }: APIEvent): Promise<Response> => answer(request)
