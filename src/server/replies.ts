/** Writes the replies that need no page, and the headers that every reply has. */
import type { ServerResponse } from "node:http"

export interface Reply {
  readonly status: number
  readonly words: string
}

const text = "text/plain; charset=utf-8"

const headersOfEveryReply: Readonly<Record<string, string>> = {
  "Content-Security-Policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Referrer-Policy": "same-origin",
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
}

export const setHeadersOfEveryReply = (response: ServerResponse): void => {
  for (const [name, value] of Object.entries(headersOfEveryReply)) response.setHeader(name, value)
}

export const notUnderstood: Reply = { status: 400, words: "That request is not well formed. Nothing was kept." }
export const failed: Reply = {
  status: 500,
  words: "Something went wrong on our side. Please try again: nothing is kept twice.",
}
export const nothingHere: Reply = { status: 404, words: "There is nothing here." }
export const busy: Reply = {
  status: 503,
  words: "Very many people are using the survey at this moment. Nothing was kept. Please try again in a moment.",
}

export const send = (response: ServerResponse, { status, words }: Reply): void => {
  response.writeHead(status, { "Content-Type": text, ...(status === 503 && { "Retry-After": "2" }) })
  response.end(words)
}

/** Also ends the connection: the rest of the request is not read. */
export const refuse = (response: ServerResponse, reply: Reply): void => {
  response.setHeader("Connection", "close")
  send(response, reply)
}

/** For bytes that are no request, for which Node makes no response. */
const rawReplies = new Map([
  [400, "Bad Request"],
  [408, "Request Timeout"],
  [413, "Payload Too Large"],
  [431, "Request Header Fields Too Large"],
])

const statusOf = (code: string | undefined): number => {
  switch (code) {
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return 408
    case "HPE_CHUNK_EXTENSIONS_OVERFLOW":
      return 413
    case "HPE_HEADER_OVERFLOW":
      return 431
    default:
      return 400
  }
}

/** By the code of the error that Node's parser reports. */
export const rawReply = (code: string | undefined): string => {
  const status = statusOf(code)
  const headers = Object.entries({ ...headersOfEveryReply, Connection: "close", "Content-Length": "0" })
  const lines = headers.map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} ${rawReplies.get(status)}`, ...lines, "", ""].join("\r\n")
}
