/** Answers the pages of class mode from the device where the network does not; it keeps nothing itself, and sees no answer. */

/** As a service worker has them, which the types of a page do not know. */
interface Fetching extends Event {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void
}
declare const self: EventTarget & {
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
}

const isFetching = (event: Event): event is Fetching => "respondWith" in event
const isWaiting = (event: Event): event is Waiting => "waitUntil" in event

/** Milliseconds. A network that hardly works must not keep a child waiting. */
const patience = 5_000

const kept = (request: Request): Promise<Response | undefined> => caches.match(request, { ignoreVary: true })

/** A page comes from the network while there is one: its key has the date of today, and a survey that has closed says so. */
const page = async (request: Request): Promise<Response> => {
  const late = new AbortController()
  const tooLate = setTimeout(() => late.abort(), patience)
  try {
    return await fetch(request.url, { signal: late.signal })
  } catch {
    return (await kept(request)) ?? Response.error()
  } finally {
    clearTimeout(tooLate)
  }
}

const rest = async (request: Request): Promise<Response> => (await kept(request)) ?? fetch(request)

self.addEventListener("install", () => void self.skipWaiting())
self.addEventListener("activate", (event) => {
  if (isWaiting(event)) event.waitUntil(self.clients.claim())
})
self.addEventListener("fetch", (event) => {
  if (!isFetching(event)) return
  const { request } = event
  if (request.method !== "GET" || !request.url.startsWith(location.origin)) return
  event.respondWith(request.mode === "navigate" ? page(request) : rest(request))
})

// A module to the compiler, so that its `self` is its own.
export type {}
