/** Keeps this page, its script and every picture of its form on the device, once the page can be used: a class may lose its network. */
import type { DisplayForm } from "../../../surveys/display-form.ts"
import { picturesIn } from "../../../surveys/pictures-in.ts"

/** On every question with pictures. */
const declined = ["opt-out", "dont-know"]

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
  const pictures = [...declined, ...picturesIn(form)].map((name) => `/pictures/${name}.svg`)
  const paths = new Set([location.pathname, ...loaded(), ...pictures])
  for (const path of paths) await cache.add(path).catch(() => undefined)
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url)
    if (!paths.has(pathname) && !pathname.startsWith("/pictures/") && !pathname.startsWith("/class/"))
      await cache.delete(url)
  }
}
