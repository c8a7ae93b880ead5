/** Waits until a new page takes presses: it takes none for its first half second. */
import type { Page } from "playwright-core"
import { expect } from "vitest"

/** By polling from here, since a page without script runs no waiting of its own. */
export const settled = async (page: Page): Promise<void> => {
  const isSettled = () =>
    page
      .evaluate(() => {
        const form = document.querySelector(".survey form")
        return form !== null && getComputedStyle(form).pointerEvents !== "none"
      })
      .catch(() => false)
  await expect.poll(isSettled, { timeout: 20_000, interval: 20 }).toBe(true)
}
