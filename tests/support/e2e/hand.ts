/** How a page is worked: by a finger whose taps are counted, by a few keys alone, or by a script for tests of other things. */
import { setTimeout as delay } from "node:timers/promises"
import type { Page } from "playwright-core"

export type Go = "start" | "next" | "back" | "stop" | "send" | "search" | "clear" | "resume"

export interface Hand {
  readonly choose: (name: string, value: string) => Promise<void>
  readonly write: (name: string, words: string) => Promise<void>
  readonly press: (go: Go) => Promise<void>
  /** Taps so far, or presses of keys. */
  readonly count: () => number
}

/** A long list ends in a line that opens the rest of it. */
const isFolded = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((each) => each.closest("details:not([open])") !== null)

const fold = "details.further > summary"

export const finger = (page: Page): Hand => {
  let taps = 0
  const tap = async (selector: string): Promise<void> => {
    taps++
    await page.locator(selector).click()
  }
  return {
    choose: async (name, value) => {
      const card = `label.card:has(input[name="${name}"][value="${value}"])`
      if (await isFolded(page, card)) await tap(fold)
      await tap(card)
    },
    write: (name, words) => page.locator(`[name="${name}"]`).fill(words),
    press: (go) => tap(`button[name=go][value=${go}]:not([aria-hidden])`),
    count: () => taps,
  }
}

/** Clicks once the page takes presses, opening the rest of a long list first; says how many clicks it took. */
const clickWithin = async (page: Page, selector: string): Promise<number> => {
  const at = page.locator(selector)
  const clicks = () =>
    at.evaluate((each: HTMLElement) => {
      if (getComputedStyle(each).pointerEvents === "none") return 0
      const folded = each.closest("details:not([open])")
      folded?.querySelector("summary")?.click()
      each.click()
      return folded === null ? 1 : 2
    })
  for (let tries = 0; tries < 500; tries++) {
    const taken = await clicks()
    if (taken > 0) return taken
    await delay(20)
  }
  throw new Error(`${selector} took no press`)
}

/** Clicks from inside the page, whatever covers the button: for a test of looks, not of taps, in a fraction of the time. */
export const swift = (page: Page): Hand => {
  let taps = 0
  const click = async (selector: string): Promise<void> => {
    taps += await clickWithin(page, selector)
  }
  return {
    choose: (name, value) => click(`label.card:has(input[name="${name}"][value="${value}"])`),
    write: (name, words) => page.locator(`[name="${name}"]`).fill(words),
    press: (go) => click(`button[name=go][value=${go}]:not([aria-hidden])`),
    count: () => taps,
  }
}

interface Focused {
  readonly name: string
  readonly value: string
  readonly type: string
}

const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const { activeElement: at } = document
    const field = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLButtonElement
    return field ? { name: at.name, value: at.value, type: at.type } : { name: "", value: "", type: "" }
  })

/** More than any page has. */
const mostStops = 150

/** Tab, Space, Enter and the arrows; letters only to write. */
export const keyboard = (page: Page): Hand => {
  let keys = 0
  const key = async (name: string): Promise<Focused> => {
    keys++
    await page.keyboard.press(name)
    return focused(page)
  }
  const until = async (name: string, wanted: (at: Focused) => boolean, what: string): Promise<Focused> => {
    for (let stops = 0; stops < mostStops; stops++) {
      const at = await key(name)
      if (wanted(at)) return at
    }
    throw new Error(`${name} never reached ${what}`)
  }
  return {
    choose: async (name, value) => {
      const isThere = (at: Focused) => at.name === name && at.value === value
      const at = await until("Tab", (each) => each.name === name && (each.type === "radio" || isThere(each)), name)
      if (isThere(at)) await key("Space")
      else await until("ArrowDown", isThere, `${name} ${value}`)
    },
    write: async (name, words) => {
      await until("Tab", (each) => each.name === name, name)
      await page.keyboard.insertText(words)
    },
    press: async (go) => {
      await until("Tab", (each) => each.name === "go" && each.value === go, `the button ${go}`)
      await page.keyboard.press("Enter")
    },
    count: () => keys,
  }
}
