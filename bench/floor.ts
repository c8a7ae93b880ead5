/** Serves the floor to measure against: bare `node:http`, JSON.parse and durable group commits, without seal or policy. */
import { createServer, type ServerResponse } from "node:http"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"

const database = new DatabaseSync(join(process.argv[2] ?? "", "floor.sqlite"))
database.exec("pragma journal_mode = wal; pragma synchronous = full")
database.exec("create table response (token text primary key, form text not null, answers text not null) strict")
const insert = database.prepare("insert into response values (?, ?, ?) on conflict do nothing")

interface Waiting {
  readonly form: string
  readonly token: string
  readonly answers: unknown
  readonly response: ServerResponse
}

const accepted = '{"result":{"data":{"accepted":true}}}'
const headers = { "content-type": "application/json", "content-length": accepted.length }

let waiting: Waiting[] = []

/** Milliseconds; 0 commits the requests of one turn of the event loop. */
const gathering = Number(process.argv[3])
const afterGathering = (work: () => void): unknown =>
  gathering === 0 ? setImmediate(work) : setTimeout(work, gathering)

/** Commits everything that has arrived together, then answers. */
const commit = (): void => {
  const group = waiting
  waiting = []
  database.exec("begin immediate")
  for (const { token, form, answers } of group) insert.run(token, form, JSON.stringify(answers))
  database.exec("commit")
  for (const { response } of group) response.writeHead(200, headers).end(accepted)
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on("data", (chunk: Buffer) => chunks.push(chunk))
  request.on("end", () => {
    if (waiting.length === 0) afterGathering(commit)
    waiting.push({ ...JSON.parse(Buffer.concat(chunks).toString()), response })
  })
}).listen(0, "127.0.0.1", () => {
  const address = server.address()
  process.send?.(typeof address === "object" && address !== null ? address.port : 0)
})
process.on("disconnect", () => process.exit())
