/** Sends a page of HTML as the browser takes it; the unchanging parts are compressed in advance. */
import { type Cache, htmlHeaders } from "../pages/document.tsx"
import { acceptsGzip } from "./accept-encoding.ts"
import { gzipParts, type Part, part, plainParts } from "./gzip-parts.ts"

interface Sent {
  readonly cache: Cache
  readonly status?: number
}

export const compressed = (request: Request, parts: readonly Part[], { cache, status = 200 }: Sent): Response => {
  const zips = acceptsGzip(request.headers)
  const body = zips ? gzipParts(parts) : plainParts(parts)
  return new Response(new Uint8Array(body), {
    status,
    headers: {
      ...htmlHeaders(cache),
      "Content-Length": String(body.length),
      Vary: "Accept-Encoding",
      ...(zips && { "Content-Encoding": "gzip" }),
    },
  })
}

/** A page that is the same for everyone. */
export const stillPage = (html: string): ((request: Request, sent: Sent) => Response) => {
  const parts = [part(html)]
  return (request, sent) => compressed(request, parts, sent)
}
