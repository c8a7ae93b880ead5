/** Answers one tRPC call: checks where it comes from and how large and deep it is before anything reads it. */
import { fetchRequestHandler } from "@trpc/server/adapters/fetch"
import { isDeeperThan } from "./json-depth.ts"
import { notASubmission, type Refused, statusOf } from "./refused.ts"
import { appRouter } from "./router.ts"
import { isSameOrigin } from "./same-origin.ts"
import type { RequestContext } from "./trpc.ts"

const endpoint = "/api/trpc"
/** { form, token, answers } › a question › a row or list › { other } */
const deepest = 5

const context: RequestContext = { stored: () => undefined }

const refusal = (refused: Refused): Response =>
  Response.json(
    { error: { code: -32600, message: refused.whatToDo, data: { httpStatus: statusOf[refused.reason], refused } } },
    { status: statusOf[refused.reason] },
  )

const wrongOrigin: Refused = {
  reason: "wrong-origin",
  whatToDo: "send from a page of this site: the Origin header must be this site's own",
}

const wrongKind: Refused = {
  reason: "wrong-kind-of-request",
  whatToDo: "send one JSON body with the content type application/json",
}

const isJson = (headers: Headers): boolean =>
  /^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(headers.get("content-type") ?? "")

export const answerCall = async (request: Request, procedure: string): Promise<Response> => {
  if (!isSameOrigin(request.headers)) return refusal(wrongOrigin)
  if (!isJson(request.headers) || procedure.includes(",")) return refusal(wrongKind)
  const body = await request.text().catch(() => "")
  if (isDeeperThan(body, deepest)) return refusal(notASubmission)
  const response = await fetchRequestHandler({
    endpoint,
    router: appRouter,
    req: new Request(`http://service${endpoint}/${procedure}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    }),
    allowBatching: false,
    createContext: () => context,
  })
  response.headers.set("Cache-Control", "no-store")
  if (response.status === 503) response.headers.set("Retry-After", "2")
  return response
}
