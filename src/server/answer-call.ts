/** Answers one tRPC call: checks where it comes from, and how deep it is, before a procedure sees it. */
import { callTRPCProcedure, getErrorShape, getTRPCErrorFromUnknown } from "@trpc/server"
import { getHTTPStatusCodeFromError } from "@trpc/server/http"
import { FastResponse } from "srvx"
import { isDeeperThan } from "./json-depth.ts"
import { notASubmission, type Refused, statusOf } from "./refused.ts"
import { appRouter } from "./router.ts"
import { isSameOrigin } from "./same-origin.ts"
import type { RequestContext } from "./trpc.ts"

/** { form, token, answers } › a question › a row or list › { other } */
const deepest = 5

const context: RequestContext = { stored: () => undefined }

const headers = { "Content-Type": "application/json", "Cache-Control": "no-store" }

const reply = (status: number, body: unknown): Response =>
  new FastResponse(JSON.stringify(body), {
    status,
    headers: status === 503 ? { ...headers, "Retry-After": "2" } : headers,
  })

const refusal = (refused: Refused): Response => {
  const httpStatus = statusOf[refused.reason]
  return reply(httpStatus, { error: { code: -32600, message: refused.whatToDo, data: { httpStatus, refused } } })
}

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

/** `undefined` for what is no JSON, or nests deeper than any submission. */
const parsed = (body: string): { readonly input: unknown } | undefined => {
  try {
    const input: unknown = JSON.parse(body)
    return isDeeperThan(input, deepest) ? undefined : { input }
  } catch {
    return undefined
  }
}

/** As tRPC's own adapters do it, without their second request and response. */
const call = async (path: string, input: unknown): Promise<Response> => {
  const asked = { path, type: "mutation", ctx: context } as const
  try {
    const sent = { getRawInput: async () => input, signal: undefined, batchIndex: 0 }
    const data: unknown = await callTRPCProcedure({ ...asked, ...sent, router: appRouter })
    return reply(200, { result: { data } })
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause)
    const shape = getErrorShape({ ...asked, config: appRouter._def._config, error, input: undefined })
    return reply(getHTTPStatusCodeFromError(error), { error: shape })
  }
}

const endpoint = /^\/api\/trpc\/([^/]*)$/

/** The procedure that an address names; `undefined` for an address of the pages. */
export const procedureAt = (pathname: string): string | undefined => endpoint.exec(pathname)?.[1]

export const answerCall = async (request: Request, procedure: string): Promise<Response> => {
  if (!isSameOrigin(request.headers)) return refusal(wrongOrigin)
  if (!isJson(request.headers) || procedure.includes(",")) return refusal(wrongKind)
  const body = await request.text().catch(() => "")
  const read = parsed(body)
  return read === undefined ? refusal(notASubmission) : call(procedure, read.input)
}
