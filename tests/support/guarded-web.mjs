/** A server behind the last resort alone: each of its addresses throws in another way that nobody catches. */
import { createServer } from "node:http"
import { lastResort } from "../../src/server/last-resort.ts"

const logged = []
const last = lastResort(
  (message) => logged.push(message.entry.error),
  ({ response }) => response.writeHead(500).end(),
)

const fail = () => {
  throw new RangeError("nobody catches this")
}
const ways = {
  "/now": fail,
  "/timer": () => setTimeout(fail, 5),
  "/tick": () => process.nextTick(fail),
  "/promise": () => void Promise.resolve().then(fail),
}

const server = createServer((request, response) =>
  last.run({ response }, () => (request.url === "/log" ? response.end(logged.join()) : ways[request.url]())),
)
server.listen(0, "127.0.0.1", () => {
  last.guard()
  process.send(server.address().port)
})
process.on("disconnect", () => process.exit())
