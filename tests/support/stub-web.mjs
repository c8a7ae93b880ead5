/** A stand-in for the web process: it speaks its side of the launcher's messages and hands over whatever it is POSTed. */
import { createServer } from "node:http"

let keys
let group = 0
let draining = false
const waiting = new Map()

const server = createServer((request, response) => {
  if (request.url === "/environment") return response.end(JSON.stringify(Object.keys(process.env).sort()))
  if (request.method === "GET") return response.end(JSON.stringify(Object.keys(keys?.publicKeys ?? {})))
  const chunks = []
  request.on("data", (chunk) => chunks.push(chunk))
  request.on("end", () => {
    const rows = JSON.parse(Buffer.concat(chunks).toString())
    const bytes = (text) => new Uint8Array(Buffer.from(text, "base64"))
    const items = rows.map(({ token, form, day, encapsulated, nonce, ciphertext }) => ({
      token,
      sealed: { form, day, encapsulated: bytes(encapsulated), nonce: bytes(nonce), ciphertext: bytes(ciphertext) },
    }))
    waiting.set(++group, (outcomes) => {
      if (draining) response.setHeader("Connection", "close")
      response.end(JSON.stringify(outcomes))
    })
    process.send({ kind: "append", group, items })
  })
})

process.on("message", (message) => {
  if (message.kind === "keys") {
    const first = keys === undefined
    keys = message
    if (first) server.listen(process[Symbol.for("big-ask.door")])
  }
  if (message.kind === "appended") {
    waiting.get(message.group)?.(message.outcomes)
    waiting.delete(message.group)
  }
  if (message.kind === "drain") {
    draining = true
    server.close(() => process.exit(0))
  }
})
process.on("disconnect", () => process.exit(0))
server.on("listening", () =>
  process.send({ kind: "ready", url: `http://${process.env.HOST}:${server.address().port}` }),
)
server.on("error", (error) => process.send({ kind: "failed-to-listen", code: error.code }, () => process.exit(1)))
