/** What is turned away before the site sees it: a method, a length or an address that no page of ours would send. */
import type { IncomingMessage } from "node:http"

/** Bytes. A whole form's words in any script, percent-encoded, with the sealed earlier pages beside them. */
const longestBody = 192 * 1024
const longestCall = 64 * 1024
const longestAddress = 512

interface Impediment {
  readonly status: number
  readonly words: string
}

const post = (path: string, length: string | undefined): Impediment | undefined => {
  const isCall = path.startsWith("/api/trpc/")
  if (!isCall && !path.startsWith("/survey/")) return { status: 405, words: "This page can only be read." }
  if (length === undefined) return { status: 411, words: "Send the length of the body." }
  if (!/^\d+$/.test(length) || Number(length) > (isCall ? longestCall : longestBody))
    return { status: 413, words: "That is too much to take in at once. Nothing was kept." }
  return undefined
}

export const impediment = ({ method, url, headers }: IncomingMessage): Impediment | undefined => {
  const path = url ?? "/"
  if (path.length > longestAddress) return { status: 414, words: "That address is too long." }
  // The build leaves a list of its own sources there.
  if (path.startsWith("/.")) return { status: 404, words: "There is nothing here." }
  if (method === "GET" || method === "HEAD") {
    return path.startsWith("/api/") ? { status: 405, words: "Send this with POST." } : undefined
  }
  return method === "POST"
    ? post(path, headers["content-length"])
    : { status: 405, words: "Only GET and POST are answered here." }
}
