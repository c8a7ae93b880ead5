/** Answers one tRPC call: refuses a wrong origin, a wrong content type and deep nesting before a procedure sees the input. */
import { callTRPCProcedure, getTRPCErrorFromUnknown, type TRPCError } from "@trpc/server"
import { Result } from "effect"
import { FastResponse } from "srvx"
import { onlyPublished } from "../../policy/response/publishable.ts"
import { isDeeperThan } from "./nesting.ts"
import { busy, notASubmission, type Refused } from "./refused.ts"
import { appRouter } from "./router.ts"
import { howToBeSameOrigin, isSameOrigin } from "./same-origin.ts"
import type { Sender } from "./senders/senders.ts"
import { senderOf } from "./services.ts"
import { errorShape, type RequestContext, refuse } from "./trpc.ts"

/** { form, token, answers } › a question › a row or list › { other } */
const deepest = 5

const headers = { "Content-Type": "application/json", "Cache-Control": "no-store" }

/** A `Response` of the HTTP server's own: one of undici costs more than the call itself. */
const reply = (status: number, body: unknown): Response =>
  new FastResponse(JSON.stringify(body), {
    status,
    headers: status === 503 ? { ...headers, "Retry-After": "2" } : headers,
  })

const refusal = (error: TRPCError): Response => {
  const shape = errorShape(error)
  return reply(shape.data.httpStatus, { error: shape })
}

const wrongOrigin: Refused = {
  reason: "wrong-origin",
  whatToDo: howToBeSameOrigin.join(". "),
}

const wrongKind: Refused = {
  reason: "wrong-kind-of-request",
  whatToDo: "send one JSON body with the content type application/json",
}

const isJson = (headers: Headers): boolean =>
  /^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(headers.get("content-type") ?? "")

/** Returns `undefined` for a body that is not JSON, or is nested deeper than any submission. */
const parse = (body: string): { readonly input: unknown } | undefined => {
  try {
    const input: unknown = JSON.parse(body)
    return isDeeperThan(input, deepest) ? undefined : { input }
  } catch {
    return undefined
  }
}

const call = async (path: string, input: unknown, sender: Sender): Promise<Response> => {
  const ctx: RequestContext = { sender, stored: () => undefined }
  const request = { path, type: "mutation", ctx, signal: undefined, batchIndex: 0 } as const
  try {
    const data: unknown = await callTRPCProcedure({ ...request, router: appRouter, getRawInput: async () => input })
    const published = onlyPublished(data)
    return Result.isFailure(published) ? refusal(refuse(busy)) : reply(200, { result: { data: published.success } })
  } catch (cause) {
    return refusal(getTRPCErrorFromUnknown(cause))
  }
}

const endpoint = /^\/api\/trpc\/([^/]*)$/

/** The procedure that an address names; `undefined` for an address of the pages. */
export const procedureAt = (pathname: string): string | undefined => endpoint.exec(pathname)?.[1]

export const answerCall = async (request: Request, procedure: string): Promise<Response> => {
  if (!isSameOrigin(request.headers)) return refusal(refuse(wrongOrigin))
  if (!isJson(request.headers) || procedure.includes(",")) return refusal(refuse(wrongKind))
  const body = await request.text().catch(() => "")
  const parsed = parse(body)
  return parsed === undefined ? refusal(refuse(notASubmission)) : call(procedure, parsed.input, senderOf(request))
}
