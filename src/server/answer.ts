/** Takes one request through every check in order, to its turn and to the site, or refuses it. */
import type { IncomingMessage, ServerResponse } from "node:http"
import type { LastResort } from "./last-resort.ts"
import { impediment, kindOf, longestBodyAt, tooMuch } from "./limits.ts"
import { busy, failed, nothingHere, notUnderstood, refuse, send } from "./replies.ts"
import type { Bodies } from "./request-body.ts"
import { addressOf } from "./request-target.ts"
import { type SecurityContact, securityAddress, securityTxt } from "./security-txt.ts"
import type { Take } from "./turns.ts"

export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

export interface Parts {
  /** The site behind these checks. */
  readonly handle: (exchange: Exchange) => unknown
  readonly take: Take
  readonly bodies: Bodies
  readonly last: LastResort<Exchange>
  readonly security: SecurityContact | undefined
}

/** A reply for a request that failed, or that was not answered in time. */
export const answerFailure = ({ response }: Exchange): void => {
  // What fails after its reply needs no other.
  if (response.writableEnded) return
  if (response.headersSent) response.destroy()
  else refuse(response, failed)
}

export const answering = ({ handle, take, bodies, last, security }: Parts) => {
  const onTurn = (exchange: Exchange, body: Buffer | undefined): void => {
    const { request, response } = exchange
    const done = (): void => {
      if (body) bodies.release(body)
    }
    const kind = kindOf(request.method, request.url ?? "/", body?.length ?? 0)
    const hasRoom = take(kind, (end) => {
      const over = (): void => {
        end()
        done()
      }
      // It may have gone while it waited.
      if (response.destroyed) return over()
      response.once("prefinish", end).once("close", over)
      last.run(exchange, async () => handle(exchange))
    })
    if (hasRoom) return
    done()
    send(response, busy)
  }

  const readAndAnswer = async (exchange: Exchange): Promise<void> => {
    const { request, response } = exchange
    const body = await bodies.read(request, longestBodyAt(request.url ?? "/"))
    if (body === "too-much") return refuse(response, tooMuch)
    if (body === "cut-off") return void request.socket.destroy()
    // What the site reads in place of the stream.
    Object.assign(request, { rawBody: body })
    onTurn(exchange, body)
  }

  /** `proceed` is called once the request may send its body. */
  return (exchange: Exchange, proceed: () => void = () => undefined): void =>
    last.run(exchange, async () => {
      const { request, response } = exchange
      const address = addressOf(request)
      if (address === undefined) return refuse(response, notUnderstood)
      request.url = address
      const refusal = impediment(request)
      if (refusal) return refuse(response, refusal)
      proceed()
      if (address === securityAddress)
        return send(response, security ? { status: 200, words: securityTxt(security, Date.now()) } : nothingHere)
      return request.method === "POST" ? readAndAnswer(exchange) : onTurn(exchange, undefined)
    })
}
