/** Speaks HTTP to the service with every header in the test's own hand, over connections that are kept. */
import { Agent, request as httpRequest, type IncomingHttpHeaders } from "node:http"

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

export interface Asked {
  readonly method?: string
  readonly path: string
  /** One that is `undefined` is not sent. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly body?: string | Buffer
  readonly agent?: Agent
}

export const kept = (connections: number): Agent => new Agent({ keepAlive: true, maxSockets: connections })

export const request = (url: string, { method = "GET", path, headers = {}, body, agent }: Asked): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? undefined : `${Buffer.byteLength(body)}`
    const sent = Object.entries({ "content-length": length, ...headers }).filter(([, value]) => value !== undefined)
    const asked = httpRequest(url + path, { method, headers: Object.fromEntries(sent), ...(agent && { agent }) })
    asked.on("response", (response) => {
      const chunks: Buffer[] = []
      response.on("data", (chunk: Buffer) => chunks.push(chunk))
      response.on("error", reject)
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      )
    })
    asked.on("error", reject)
    asked.end(body)
  })

/** As a page of the site sends it; `headers` replace or add to its own. */
export const submit = (
  url: string,
  body: unknown,
  { headers, path = "/api/trpc/submit", agent }: Partial<Asked> = {},
): Promise<Answer> =>
  request(url, {
    method: "POST",
    path,
    headers: { origin: url, "content-type": "application/json", ...headers },
    body: typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body),
    ...(agent && { agent }),
  })

/** Does the work for each, at most `atOnce` at a time. */
export const each = async <A>(items: readonly A[], atOnce: number, work: (item: A) => Promise<void>): Promise<void> => {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of queue) await work(item)
    }),
  )
}
