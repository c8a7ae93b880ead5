/** Echoes each request, to show how fast the load itself can go. */
import { createServer } from "node:http"

const server = createServer((request, response) => {
  request.resume().on("end", () => {
    response.writeHead(200, { "content-length": 2 })
    response.end("ok")
  })
}).listen(0, "127.0.0.1", () => {
  const address = server.address()
  process.send?.(typeof address === "object" && address !== null ? address.port : 0)
})
process.on("disconnect", () => process.exit())
