/** Answers for the recordings: by their digest alone, in ranges where a browser asks for one, and without a list. */
import { htmlHeaders, htmlResponse } from "../pages/document.tsx"
import { notFoundPage } from "../pages/not-found.tsx"
import type { RecordingFolder } from "../voice/recording-folder.ts"

const kinds: Readonly<Record<string, string>> = { mp3: "audio/mpeg", mp4: "video/mp4" }
const nothing = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'"

/** The first and last byte of one range (RFC 9110, 14.1.2); every other range is answered whole. */
const rangeOf = (header: string | null): { readonly from: number; readonly to?: number } | undefined => {
  const [, from, to] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header ?? "") ?? []
  if (from === undefined || (to && Number(to) < Number(from))) return undefined
  return { from: Number(from), ...(to && { to: Number(to) }) }
}

export const recordedIn =
  ({ read }: Pick<RecordingFolder, "read">) =>
  async (request: Request, address: string): Promise<Response> => {
    const range = rangeOf(request.headers.get("range"))
    const piece = await read(address, range?.from ?? 0, range?.to)
    if (piece === undefined) return htmlResponse(notFoundPage(), { cache: "forward", status: 404 })
    const { bytes, from, size, tag } = piece
    const headers = {
      ...htmlHeaders("forward"),
      "Content-Type": kinds[address.split(".").at(-1) ?? ""] ?? "application/octet-stream",
      "Content-Security-Policy": nothing,
      // By day, since a better recording of the same words has the same name.
      "Cache-Control": "public, max-age=86400",
      "Accept-Ranges": "bytes",
      ETag: tag,
    }
    if (range !== undefined && from >= size)
      return new Response(null, { status: 416, headers: { ...headers, "Content-Range": `bytes */${size}` } })
    if (range === undefined && request.headers.get("if-none-match") === tag)
      return new Response(null, { status: 304, headers })
    const length = { "Content-Length": String(bytes.length) }
    return range === undefined
      ? new Response(bytes, { headers: { ...headers, ...length } })
      : new Response(bytes, {
          status: 206,
          headers: { ...headers, ...length, "Content-Range": `bytes ${from}-${from + bytes.length - 1}/${size}` },
        })
  }
