/** Writes the replies of the staff pages: each is stored nowhere, runs our own scripts alone and shows in no frame. */
import type { Markup } from "../../policy/report/markup.ts"

const headersOfEveryReply: Readonly<Record<string, string>> = {
  "Cache-Control": "no-store",
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "camera=(), geolocation=(), microphone=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)",
  "Referrer-Policy": "same-origin",
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
}

export const reply = (status: number, body: string, headers: Readonly<Record<string, string>>): Response =>
  new Response(body, { status, headers: { ...headersOfEveryReply, ...headers } })

export const page = (markup: Markup, status = 200): Response =>
  reply(status, markup.text, { "Content-Type": "text/html; charset=utf-8" })

export const json = (value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  reply(status, JSON.stringify(value), { "Content-Type": "application/json", ...headers })

/** After a post, so that a reload repeats nothing. */
export const seeOther = (path: string, headers: Readonly<Record<string, string>> = {}): Response =>
  reply(303, "", { Location: path, ...headers })
