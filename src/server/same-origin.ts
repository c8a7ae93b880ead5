/** A post is taken only from a page of our own: `Origin` must be ours, and `Sec-Fetch-Site` same-origin where it is sent. */
import { deployment } from "./environment.ts"

/** Live has the origin of `app.config.ts`; a rehearsal also the request's own host, which a proxy may have changed. */
export const isSameOrigin = (headers: Headers): boolean => {
  const site = headers.get("sec-fetch-site")
  if (site !== null && site !== "same-origin") return false
  const origin = headers.get("origin")
  if (origin !== null && origin === deployment.origin) return true
  const host = headers.get("host")
  return (
    deployment.mode === "rehearsal" && host !== null && (origin === `http://${host}` || origin === `https://${host}`)
  )
}

const fromOurPage = "send from a page of this site: the Origin header must be this site's own"
const unchanged =
  "If a proxy is in front, let it pass Host and Origin on unchanged, or state the origin in the settings of this site"

/** What the sender is to do about a wrong origin. Only a rehearsal has people who set up its proxy. */
export const howToBeSameOrigin: readonly string[] =
  deployment.mode === "rehearsal" ? [fromOurPage, unchanged] : [fromOurPage]
