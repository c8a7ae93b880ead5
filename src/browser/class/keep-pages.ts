/** Keeps this page, its script and every picture of its form on the device, once the page can be used: a class may lose its network. */
import type { DisplayForm } from "../../../surveys/display-form.ts"

/** The value of every `picture` within, however deep. */
const picturesIn = (within: unknown): readonly string[] => {
  if (Array.isArray(within)) return within.flatMap(picturesIn)
  if (!(within instanceof Object)) return []
  return Object.entries(within).flatMap(([key, value]) =>
    key === "picture" && typeof value === "string" ? [`/pictures/${value}.svg`] : picturesIn(value),
  )
}

/** On every question with pictures. */
const declined = ["/pictures/opt-out.svg", "/pictures/dont-know.svg"]

/** What this page has loaded already, of the kinds that it loads again. */
const loaded = (): readonly string[] =>
  performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => /\.(?:js|svg|mp3)$/.test(path))

const usable = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState === "complete") resolve()
    else addEventListener("load", () => resolve(), { once: true })
  })

const cacheName = "class-pages"

/** Nothing of a child is in it: pages as everyone gets them. What an earlier version kept goes. */
export const keepPages = async (form: DisplayForm): Promise<void> => {
  await usable()
  await navigator.serviceWorker.register("/class/worker.js")
  const cache = await caches.open(cacheName)
  const paths = new Set([location.pathname, ...loaded(), ...declined, ...picturesIn(form)])
  for (const path of paths) await cache.add(path).catch(() => undefined)
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url)
    if (!paths.has(pathname) && !pathname.startsWith("/pictures/") && !pathname.startsWith("/class/"))
      await cache.delete(url)
  }
}
