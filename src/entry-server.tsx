/** Everything that the site answers: calls by the door's own way in, the rest by SolidStart's routes. */
import { createHandler } from "@solidjs/start/server"
import { answerCall, procedureAt } from "./server/answer-call.ts"

const pages = createHandler(() => <h1>not found</h1>, { mode: "sync" })

export default {
  fetch: async (request: Request): Promise<Response> => {
    const procedure = procedureAt(new URL(request.url).pathname)
    return procedure === undefined || request.method !== "POST" ? pages.fetch(request) : answerCall(request, procedure)
  },
}
