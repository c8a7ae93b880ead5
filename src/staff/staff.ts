/** The staff process: answers at its own port, on the evidence and session tables alone; it holds no key and opens no collection. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { errorClass } from "../deployment/log.ts"
import { type FromStaff, isToWriter } from "../deployment/messages.ts"
import { storageFromEnv } from "../deployment/storage.ts"
import { door } from "../server/door.ts"
import { rawReply } from "../server/replies.ts"
import { addressOf } from "../server/request-target.ts"
import { staffHandler } from "./handler.ts"

const tell = (message: FromStaff): void => {
  process.send?.(message, undefined, undefined, () => undefined)
}

/** The class alone: the message of an error could hold what somebody typed. */
const failed = (error: unknown): void =>
  tell({ kind: "log", entry: { process: "staff", event: "request-failed", error: errorClass(error) } })

const origin = process.env["STAFF_ORIGIN"] ?? "http://localhost:3001"
const { answer, close } = staffHandler({ storage: storageFromEnv(process.env), origin, failed })

/** No longer than its stated length: Node reads no byte more. */
const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString()
}

const handle = async (address: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(request.headersDistinct))
    for (const value of values) headers.append(name, value)
  const { method = "GET" } = request
  const body = method === "POST" ? { body: await bodyOf(request) } : {}
  const host = headers.get("host") ?? "localhost"
  const answered = await answer(new Request(`http://${host}${address}`, { method, headers, ...body }))
  response.writeHead(answered.status, Object.fromEntries(answered.headers))
  response.end(await answered.text())
}

/** Bytes, and milliseconds: a passkey's answer has a few thousand bytes, and about ten people sign in. */
const [longest, mostAtOnce] = [64 * 1024, 128]
const patience = { headersTimeout: 5_000, requestTimeout: 10_000, keepAliveTimeout: 5_000, noDelay: true }

const end = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { Connection: "close", "Content-Length": "0", "Cache-Control": "no-store" }).end()
}

const take = (request: IncomingMessage, response: ServerResponse): unknown => {
  const address = addressOf(request)
  if (address === undefined) return end(response, 400)
  const isPost = request.method === "POST"
  if (!isPost && request.method !== "GET") return end(response, 405)
  const length = request.headers["content-length"]
  // Without a length that is known beforehand a body could fill the memory.
  if (isPost && (length === undefined || request.headers["transfer-encoding"] !== undefined)) return end(response, 411)
  if (!/^\d{1,6}$/.test(length ?? "0") || Number(length ?? "0") > longest) return end(response, 413)
  return handle(address, request, response).catch((error: unknown) => {
    failed(error)
    response.destroy()
  })
}

const server = createServer(patience, take)
server.maxConnections = mostAtOnce
server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
  if (socket.writable) socket.end(rawReply(error.code))
})

const drain = (): void => {
  server.close(() => void close().then(() => process.exit(0)))
  server.closeIdleConnections()
}

process.umask(0o077)
for (const event of ["uncaughtException", "unhandledRejection"] as const) process.on(event, failed)
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => undefined)
process.on("message", (message) => {
  if (isToWriter(message) && message.kind === "drain") drain()
})
process.on("disconnect", () => process.exit(0))

server.listen(door ?? { host: "127.0.0.1", port: Number(new URL(origin).port) }, () => {
  Error.stackTraceLimit = 0
  tell({ kind: "ready" })
})
