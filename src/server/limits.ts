/** Refuses a request before the site sees it: a method, a length or an address that no page of ours would send. */
import type { IncomingMessage } from "node:http"
import { nothingHere, type Reply } from "./replies.ts"
import { securityAddress } from "./security-txt.ts"
import type { Kind } from "./turns.ts"

/** Bytes. A whole form's words in any script, percent-encoded, with the sealed earlier pages. */
const longestBody = 192 * 1024
const longestCall = 64 * 1024
const longestComplaint = 32 * 1024
const longestAddress = 512

export const tooMuch: Reply = {
  status: 413,
  words: "That is too much to take in at once. Nothing was kept.",
}

const isComplaint = (path: string): boolean => path.split("?", 1)[0] === "/complaint"

/** Of a survey, in a class too. */
const isPage = (path: string): boolean => path.startsWith("/survey/") || path.startsWith("/class/")

/** Bytes that a post to this address may have. */
export const longestBodyAt = (path: string): number => {
  if (isComplaint(path)) return longestComplaint
  return path.startsWith("/api/trpc/") ? longestCall : longestBody
}

const post = (path: string, headers: IncomingMessage["headers"]): Reply | undefined => {
  if (!path.startsWith("/api/trpc/") && !isPage(path) && !isComplaint(path))
    return { status: 405, words: "This page can only be read." }
  const coding = headers["transfer-encoding"]
  // The length of a chunked body shows only as it arrives.
  if (coding !== undefined)
    return coding.toLowerCase() === "chunked"
      ? undefined
      : { status: 501, words: "Send the body as it is, or chunked." }
  const length = headers["content-length"]
  if (length === undefined) return { status: 411, words: "Send the length of the body." }
  return !/^\d+$/.test(length) || Number(length) > longestBodyAt(path) ? tooMuch : undefined
}

/** A dot, encoded or not, begins a name that the build keeps for itself, or leads out of a folder. */
const hasDotName = (path: string): boolean => /\/(?:\.|%2e)/i.test(path.split("?", 1)[0] ?? "")

/** `url` has been read by its grammar: it is a path, with a query or without. */
export const impediment = ({
  method,
  url,
  headers,
}: Pick<IncomingMessage, "method" | "url" | "headers">): Reply | undefined => {
  const path = url ?? "/"
  if (path.length > longestAddress) return { status: 414, words: "That address is too long." }
  if (hasDotName(path) && path !== securityAddress) return nothingHere
  if (method === "GET" || method === "HEAD") {
    return path.startsWith("/api/") ? { status: 405, words: "Send this with POST." } : undefined
  }
  return method === "POST" ? post(path, headers) : { status: 405, words: "Only GET and POST are answered here." }
}

/** Bytes. Nearly every submission is shorter: a longer one waits until the others have had their turn. */
const large = 16 * 1024

/** Decides whose turn comes first; `size` is that of the body. */
export const kindOf = (method: string | undefined, path: string, size: number): Kind => {
  const isSubmission =
    method === "POST" && (path.startsWith("/api/trpc/submit") || path.startsWith("/survey/") || isComplaint(path))
  if (size > large) return "large"
  return isSubmission ? "submission" : "page"
}
