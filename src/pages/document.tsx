/** Our own document: style inlined, one deferred script at most, nothing from elsewhere; and the headers that hold it so. */
import { escapeHtml } from "../../policy/escape-html.ts"
import { styleHashes } from "../style/style.ts"

export interface Page {
  readonly title: string
  /** Classes of the body. */
  readonly look: string
  readonly style: string
  readonly body: string
  /** The address of the survey's script. */
  readonly script?: string | undefined
  /** Data for the script, read and never run. */
  readonly data?: readonly { readonly id: string; readonly value: unknown }[]
}

/** JSON that cannot close its own element. */
const embedded = (value: unknown): string => JSON.stringify(value).replace(/</g, "\\u003c")

export const documentHtml = ({ title, look, style, body, script, data = [] }: Page): string =>
  [
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    '<meta name="robots" content="noarchive"><meta name="color-scheme" content="light dark">',
    '<link rel="icon" href="/icon.svg" type="image/svg+xml">',
    `<style>${style}</style>`,
    script ? `<script type="module" src="${escapeHtml(script)}"></script>` : "",
    `</head><body class="${escapeHtml(look)}">${body}`,
    ...data.map(
      ({ id, value }) => `<script type="application/json" id="${escapeHtml(id)}">${embedded(value)}</script>`,
    ),
    "</body></html>",
  ].join("")

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  `style-src ${styleHashes.join(" ")}`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join("; ")

const denied = ["camera", "geolocation", "microphone", "payment", "usb", "browsing-topics", "interest-cohort"]

/** `forward`: a page that shows no answer. `gone`: must not be kept, and takes what was kept with it. `ended`: so does what waits. */
export type Cache = "forward" | "redraw" | "gone" | "ended"

const cacheHeaders: Readonly<Record<Cache, Readonly<Record<string, string>>>> = {
  forward: { "Cache-Control": "private, no-cache" },
  redraw: { "Cache-Control": "no-store" },
  gone: { "Cache-Control": "no-store", "Clear-Site-Data": '"cache"' },
  ended: { "Cache-Control": "no-store", "Clear-Site-Data": '"cache", "storage"' },
}

export const htmlHeaders = (cache: Cache): Readonly<Record<string, string>> => ({
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy": contentSecurityPolicy,
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": denied.map((feature) => `${feature}=()`).join(", "),
  ...cacheHeaders[cache],
})

export const htmlResponse = (html: string, { cache, status = 200 }: { cache: Cache; status?: number }): Response =>
  new Response(html, { status, headers: htmlHeaders(cache) })
