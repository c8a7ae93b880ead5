/** Answers for the released tables: only what the folder holds, each file as what it is, and a page that may run and ask nothing. */
import { createHash } from "node:crypto"
import { gzipSync } from "node:zlib"
import { htmlHeaders } from "../pages/document.tsx"
import { listFile } from "../tables/site/address.ts"
import { listPage } from "../tables/site/list-page.ts"
import { notFoundPage } from "../tables/site/not-found-page.ts"
import { type SiteFile, siteReader } from "../tables/site/read-site.ts"
import { acceptsGzip } from "./accept-encoding.ts"

const place = "/tables/"

interface Kind {
  readonly type: string
  /** A page is looked at, the rest is taken away. */
  readonly taken: boolean
  readonly zips: boolean
}

const page: Kind = { type: "text/html; charset=utf-8", taken: false, zips: true }
const kinds: Readonly<Record<string, Kind>> = {
  html: page,
  csv: { type: "text/csv; charset=utf-8; header=present", taken: true, zips: true },
  json: { type: "application/csvm+json", taken: true, zips: true },
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", taken: true, zips: false },
}

/** By its own style sheet, which may be older than this build's. */
export const policyOf = (html: string): string => {
  const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(html.slice(0, html.indexOf("<body"))) ?? []
  const hash = createHash("sha256").update(style).digest("base64")
  const rest = ["base-uri", "frame-ancestors", "form-action"].map((directive) => `${directive} 'none'`)
  return ["default-src 'none'", `style-src 'sha256-${hash}'`, ...rest].join("; ")
}

const nothing = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'"
const text = new TextDecoder()
const noneYet: SiteFile = { bytes: new TextEncoder().encode(listPage([])), digest: "none-yet" }

/** Without regard to whether a copy was weakened on its way (RFC 9110, 13.1.2). */
const isKnown = (request: Request, tag: string): boolean =>
  (request.headers.get("if-none-match") ?? "").split(",").some((each) => each.trim().replace(/^W\//, "") === tag)

interface Ready {
  readonly policy: string
  readonly zipped: Uint8Array<ArrayBuffer> | undefined
}

type Prepare = (file: SiteFile, kind: Kind) => Ready

const largestCache = 100

/** Prepares a file that is asked for often once. */
const preparing = (): Prepare => {
  const cache = new Map<string, Ready>()
  return ({ bytes, digest }, { type, zips }) => {
    const name = `${type} ${digest}`
    const ready = cache.get(name) ?? {
      policy: type === page.type ? policyOf(text.decode(bytes)) : nothing,
      zipped: zips ? new Uint8Array(gzipSync(bytes)) : undefined,
    }
    if (cache.size >= largestCache) cache.clear()
    cache.set(name, ready)
    return ready
  }
}

const sent = (request: Request, name: string, file: SiteFile, prepare: Prepare): Response => {
  const kind = kinds[name.split(".").at(-1) ?? ""] ?? page
  const { policy, zipped } = prepare(file, kind)
  const zips = zipped !== undefined && acceptsGzip(request.headers)
  const tag = `"${file.digest}${zips ? "-gzip" : ""}"`
  const headers = {
    ...htmlHeaders("forward"),
    "Content-Type": kind.type,
    "Content-Security-Policy": policy,
    "Cache-Control": "no-cache",
    ETag: tag,
    Vary: "Accept-Encoding",
    ...(kind.taken && { "Content-Disposition": `attachment; filename="${name}"` }),
  }
  if (isKnown(request, tag)) return new Response(null, { status: 304, headers })
  const body = zips ? zipped : file.bytes
  const lengths = { "Content-Length": String(body.length), ...(zips && { "Content-Encoding": "gzip" }) }
  return new Response(body, { headers: { ...headers, ...lengths } })
}

const gone = notFoundPage(place)
const goneHeaders = { ...htmlHeaders("forward"), "Content-Security-Policy": policyOf(gone) }

/** No name is decoded: our names need no decoding. */
export const releasedIn = (folder: string | undefined): ((request: Request) => Promise<Response>) => {
  const kept = folder === undefined ? undefined : siteReader(folder)
  const prepare = preparing()
  return async (request) => {
    const { pathname } = new URL(request.url)
    if (`${pathname}/` === place) return new Response(null, { status: 301, headers: { Location: place } })
    const name = pathname.slice(place.length) || listFile
    const file = pathname.startsWith(place) ? await kept?.(name) : undefined
    if (file !== undefined) return sent(request, name, file, prepare)
    if (pathname === place) return sent(request, name, noneYet, prepare)
    return new Response(gone, { status: 404, headers: goneHeaders })
  }
}
