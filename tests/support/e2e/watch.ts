/** Watches a whole visit: no cookie, nothing kept, nothing in an address, no other host, no breach of the content policy. */
import type { BrowserContext, ConsoleMessage, Page, Request, Response } from "playwright-core"

export interface Watch {
  /** Every request so far. */
  readonly requests: readonly Request[]
  /** What was done that may not be; empty for a good visit. */
  readonly faults: () => Promise<readonly string[]>
}

const isPolicy = (text: string): boolean => /content security policy|\bCSP\b|refused to|blocked/i.test(text)

/** Read inside the page, where it is the child's own browser that answers. */
const keptByPage = async (): Promise<readonly string[]> => {
  // The browser's own word that a page cannot be had again keeps nothing of ours.
  if (location.protocol === "chrome-error:") return []
  const databases = await indexedDB.databases()
  const caches = "caches" in globalThis && isSecureContext ? await globalThis.caches.keys() : []
  const workers = "serviceWorker" in navigator ? await navigator.serviceWorker.getRegistrations() : []
  return [
    ...Object.keys(localStorage).map((key) => `localStorage has ${key}`),
    ...Object.keys(sessionStorage).map((key) => `sessionStorage has ${key}`),
    ...databases.map(({ name }) => `indexedDB has ${name}`),
    ...caches.map((name) => `caches has ${name}`),
    ...workers.map(({ scope }) => `a service worker serves ${scope}`),
    ...(document.cookie === "" ? [] : ["document.cookie is not empty"]),
    ...(history.state === null || typeof history.state === "number" ? [] : ["history.state holds something"]),
    ...(window.name === "" ? [] : ["window.name holds something"]),
  ]
}

const inAddress = (url: string, origin: string): readonly string[] => {
  if (url.startsWith("data:") || url === "about:blank") return []
  const { origin: host, search, hash } = new URL(url)
  if (host !== origin) return [`asked another host: ${host}`]
  return search || hash ? [`carried something in the address: ${search}${hash}`] : []
}

const setsCookie = async (response: Response): Promise<boolean> =>
  (await response.headerValue("set-cookie").catch(() => null)) !== null

export const watch = (context: BrowserContext, origin: string): Watch => {
  const faults: string[] = []
  const requests: Request[] = []
  const cookies: Promise<void>[] = []
  const listen = (page: Page): void => {
    page.on("console", (message: ConsoleMessage) => {
      if (isPolicy(message.text())) faults.push(`the browser reported: ${message.text()}`)
    })
    page.on("pageerror", (error) => faults.push(`the script broke: ${error.message}`))
  }
  const keptBy = async (page: Page): Promise<readonly string[]> =>
    page.url().startsWith(origin) ? page.evaluate(keptByPage) : []

  context.on("page", listen)
  context.on("request", (request) => {
    requests.push(request)
    faults.push(...inAddress(request.url(), origin))
  })
  context.on("response", (response) => {
    const found = setsCookie(response).then((sets) => {
      if (sets) faults.push(`a cookie came with ${new URL(response.url()).pathname}`)
    })
    cookies.push(found)
  })
  return {
    requests,
    faults: async () => {
      await Promise.all(cookies)
      for (const page of context.pages()) faults.push(...(await keptBy(page)))
      for (const { name } of await context.cookies()) faults.push(`the cookie ${name} was kept`)
      return faults
    },
  }
}
