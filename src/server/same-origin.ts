/** A post is taken only from a page of our own: `Origin` must be ours, and `Sec-Fetch-Site` same-origin where it is sent. */
import { deployment } from "./deployment.ts"

/** In rehearsal the request's own host is ours; live has the origin of `app.config.ts`. */
export const isSameOrigin = (headers: Headers): boolean => {
  const site = headers.get("sec-fetch-site")
  if (site !== null && site !== "same-origin") return false
  const origin = headers.get("origin")
  if (deployment.origin !== undefined) return origin === deployment.origin
  const host = headers.get("host")
  return host !== null && (origin === `http://${host}` || origin === `https://${host}`)
}
