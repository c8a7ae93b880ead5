/** Takes a posted form only from a page of our own and as a browser sends it; refuses any other with a page in plain words. */
import { htmlResponse } from "../pages/document.tsx"
import { errorPage } from "../pages/error.tsx"
import { deployment } from "./environment.ts"
import { howToBeSameOrigin, isSameOrigin } from "./same-origin.ts"

export const errorReply = (status: 403 | 415 | 503, lines?: readonly string[]): Response =>
  htmlResponse(errorPage(lines), { cache: "redraw", status })

/** Only a rehearsal shows how to set up its proxy: in live a child could read it. */
const wrongOrigin = (): Response => errorReply(403, deployment.mode === "rehearsal" ? howToBeSameOrigin : undefined)

const isUrlencoded = (headers: Headers): boolean =>
  /^application\/x-www-form-urlencoded(?:\s*;.*)?$/i.test(headers.get("content-type") ?? "")

/** `undefined` for a post that may be read. */
export const refusedPost = ({ headers }: Request): Response | undefined => {
  if (!isSameOrigin(headers)) return wrongOrigin()
  return isUrlencoded(headers) ? undefined : errorReply(415)
}
