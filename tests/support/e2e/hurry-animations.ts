/** Lets the animations of a page pass at once; a new document begins at the usual pace and is hurried again. */
import type { Page } from "playwright-core"

export const hurryAnimations = async (page: Page): Promise<void> => {
  const devtools = await page.context().newCDPSession(page)
  const hurry = () => devtools.send("Animation.setPlaybackRate", { playbackRate: 50 }).catch(() => undefined)
  await devtools.send("Animation.enable")
  await hurry()
  page.on("framenavigated", () => void hurry())
}
