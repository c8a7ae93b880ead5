/** Measures the waits of a child on a slow phone in a real browser: 400 kbit/s, 400 ms, a quarter of a processor. */
import type { Browser, Page } from "playwright-core"
import { hurryAnimations } from "../tests/support/e2e/hurry-animations.ts"

export interface Waits {
  /** Milliseconds from following the form's link until its Start can be pressed. */
  readonly start: number
  /** From pressing Start until an answer is given and is seen to be chosen. */
  readonly firstQuestion: number
  /** The same from each Next. */
  readonly later: readonly number[]
  /** Bytes of the heaviest page, of the script, and of the most pictures that came with one page. */
  readonly heaviest: Heaviest
}

export interface Heaviest {
  readonly page: number
  readonly script: number
  readonly pictures: number
}

interface Asked {
  readonly url: string
  readonly form: string
  readonly script: boolean
  /** Question pages to measure after the first. */
  readonly pages: number
}

const bytesASecond = (400 * 1000) / 8
const latency = 400
/** A quarter of the processor on which the measures of the design were taken, however fast this one is. */
const processorShare = 4
/** Milliseconds that `timeWork` takes there at its quickest. */
const workOnReference = 15
const phone = { width: 360, height: 740 }

type Came = Partial<Record<string, number>>

/** Milliseconds for a fixed piece of work in the browser, at its quickest, so that a busy machine is not taken for a slow one. */
const timeWork = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const work = (): number => {
      const began = performance.now()
      let text = ""
      for (let step = 0; step < 2_000_000; step++) {
        text += String.fromCharCode(97 + (step % 26))
        if (text.length > 200) text = text.split("e").length > 0 ? "" : text
      }
      return performance.now() - began
    }
    return Math.min(...Array.from({ length: 20 }, work))
  })

/** Returns the bytes received since the last call. */
const slowDown = async (page: Page): Promise<() => Came> => {
  const devtools = await page.context().newCDPSession(page)
  const types = new Map<string, string>()
  let came: Came = {}
  devtools.on("Network.responseReceived", ({ requestId, type }) => void types.set(requestId, type))
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? "Other"
    came[type] = (came[type] ?? 0) + encodedDataLength
  })
  await devtools.send("Network.enable")
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: bytesASecond,
    uploadThroughput: bytesASecond,
  })
  const rate = Math.max(1, (processorShare * workOnReference) / (await timeWork(page)))
  await devtools.send("Emulation.setCPUThrottlingRate", { rate })
  // The half second in which a new page takes no press is no waiting for it.
  await hurryAnimations(page)
  return () => {
    const taken = came
    came = {}
    return taken
  }
}

const button = (go: string): string => `button[name=go][value=${go}]:not([aria-hidden])`

/** A card that is tapped and shows it, or a box that takes a letter. */
const answer = async (page: Page): Promise<void> => {
  const field = page.locator("label.card, textarea").first()
  await field.waitFor()
  if (await field.evaluate((each) => each instanceof HTMLTextAreaElement)) return field.fill("a")
  await field.click()
  await page.locator("label.card input:checked").first().waitFor({ state: "attached" })
}

/** The question shown goes, the next one comes, and is answered. */
const press = async (page: Page, go: "start" | "next"): Promise<number> => {
  const shown = await page.locator("fieldset.question").first().elementHandles()
  const began = performance.now()
  await page.locator(button(go)).click()
  for (const each of shown) await each.waitForElementState("hidden").catch(() => undefined)
  await answer(page)
  return performance.now() - began
}

const most = (all: readonly Came[], type: string): number => Math.max(...all.map((came) => came[type] ?? 0))

export const waits = async (browser: Browser, { url, form, script, pages }: Asked): Promise<Waits> => {
  const context = await browser.newContext({ viewport: phone, javaScriptEnabled: script })
  const page = await context.newPage()
  const take = await slowDown(page)
  const began = performance.now()
  await page.goto(`${url}/survey/${form}`, { waitUntil: "commit" })
  await page.locator(button("start")).click({ trial: true })
  const start = performance.now() - began
  // A child reads the first page before pressing Start; by then its script is there.
  await page.waitForLoadState("load")
  const came = [take()]
  const questions = [await press(page, "start")]
  while (questions.length <= pages) {
    await page.waitForLoadState("load")
    came.push(take())
    questions.push(await press(page, "next"))
  }
  await context.close()
  const [firstQuestion = Number.NaN, ...later] = questions
  const heaviest = { page: most(came, "Document"), script: most(came, "Script"), pictures: most(came, "Image") }
  return { start, firstQuestion, later, heaviest }
}

export const middleOf = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
