/** `npm run dev` serves pages from source, stores submissions, reloads the browser on a change, and ends cleanly. */
import { spawn } from "node:child_process"
import { globSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { shellWords } from "../../src/components/words.ts"
import { ourNode } from "../../src/launcher/set-up.mjs"
import { copyOfTree } from "../sabotage/copy.ts"
import { launchBrowser } from "../support/browser.ts"
import { ask, openedAnswers } from "../support/collected-answers.ts"
import { askedForm } from "../support/e2e/child-answers.ts"
import { scriptless } from "../support/e2e/scriptless.ts"
import { childrenOf, isAlive } from "../support/platform.ts"
import { request, submit } from "../support/request.ts"

const minutes = 60_000
const copy = copyOfTree()
const dataDir = join(copy.folder, ".data", "dev")
const began = performance.now()
const child = spawn(ourNode(), [join(copy.folder, "src", "dev", "start.mjs")], {
  cwd: copy.folder,
  env: { PATH: process.env["PATH"], PORT: "0" },
})
let output = ""
const ended = new Promise<number | null>((resolve) => child.once("exit", resolve))
let url = ""
let pids: readonly number[] = []
let answeredAfter = 0

beforeAll(async () => {
  url = await new Promise((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
      const [found] = /http:\/\/[^\s/]+(?=\.)/.exec(output) ?? []
      if (found) resolve(found)
    }
    child.stdout.on("data", read)
    child.stderr.on("data", read)
    void ended.then(() => reject(new Error(`It did not open: ${output}`)))
  })
  await request(url, { path: "/survey/9-12" })
  answeredAfter = performance.now() - began
  const launcher = childrenOf(child.pid ?? 0).map(({ pid }) => pid)
  pids = [...launcher, ...launcher.flatMap((pid) => childrenOf(pid).map((each) => each.pid))]
}, 3 * minutes)

afterAll(async () => {
  child.kill("SIGKILL")
  for (const pid of pids.filter(isAlive)) process.kill(pid, "SIGKILL")
  await ended
  copy.remove()
})

const change = (file: string, from: string, to: string): void => {
  const path = join(copy.folder, file)
  const text = readFileSync(path, "utf8")
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
}

const stored = async () => (await openedAnswers(dataDir)).length

const submission = () => ({ form: "9-12", token: crypto.randomUUID(), answers: { age: "10" } })

test("a page answers, and names the script of its source", async () => {
  console.log(`npm run dev answered after ${Math.round(answeredAfter)} ms`)
  const { status, text } = await request(url, { path: "/survey/9-12" })
  expect(status).toBe(200)
  expect(text).toContain(shellWords.rehearsal)
  expect(text).toContain('src="/src/entry-client.tsx"')
  expect((await request(url, { path: "/pictures/opt-out.svg" })).text).toContain("<svg")
})

test("the store has answers to count, to transfer and to make tables of", { timeout: minutes }, async () => {
  const status = await ask(["status"], { DATA_DIR: dataDir })
  expect(status).toMatch(/Answers held[\s\S]*\n\d{4}-\d\d-\d\d/)
  expect(status).toMatch(/evidence store[\s\S]*\n\d{4}-\d\d-\d\d/)
  const table = await ask(["table", "--rows", "form-band", "--by", "1".repeat(16)], { DATA_DIR: dataDir })
  expect(table).toMatch(/safe to release/i)
})

test("what a child sends is stored, with script and without", { timeout: minutes }, async () => {
  const before = await stored()
  expect((await submit(url, submission())).text).toBe('{"result":{"data":{"accepted":true}}}')
  const child = scriptless(url, askedForm("4-5"))
  // A page that comes back within half a second is shown again.
  await child.walk({ "likes-at-home": ["toys"] }, { pause: 600 })
  expect(await child.send()).toMatchObject({ status: 303, headers: { location: "/finished/4-5" } })
  expect(await stored()).toBe(before + 2)
})

test("a change of a page reloads the browser, and a later submission is stored", {
  timeout: 2 * minutes,
}, async (context) => {
  const browser = await launchBrowser()
  if (typeof browser === "string") return context.skip(browser)
  try {
    const page = await browser.newPage()
    await page.goto(`${url}/survey/4-5`)
    await page.locator("button[value=start]").click()
    await page.locator("fieldset.question").first().waitFor()
    expect(page.url()).toBe(`${url}/survey/4-5`)
    // A change before the page listens for changes would be missed.
    const isListening = page.waitForEvent("console", (message) => message.text().includes("[vite] connected"))
    await page.goto(url)
    await isListening
    change("src/pages/site-words.ts", "How old are you?", "How old are you today?")
    await page.getByText("How old are you today?").waitFor({ timeout: minutes })
  } finally {
    await browser.close()
  }
  const before = await stored()
  expect((await submit(url, submission())).status).toBe(200)
  expect(await stored()).toBe(before + 1)
})

test("a change of the store's code starts the writer again, and it goes on storing", { timeout: minutes }, async () => {
  const writer = () => childrenOf(pids[0] ?? 0).find(({ command }) => command.includes("writer.ts"))?.pid
  const first = writer()
  change("src/writer/queue.ts", "const mostRows = 256", "const mostRows = 255")
  await expect.poll(() => writer() !== undefined && writer() !== first, { timeout: minutes }).toBe(true)
  await expect.poll(async () => (await submit(url, submission())).status, { timeout: minutes, interval: 500 }).toBe(200)
})

test("a signal ends every process, and nothing is written to the terminal meanwhile", {
  timeout: minutes,
}, async () => {
  child.kill("SIGTERM")
  expect(await ended).toBe(0)
  await expect.poll(() => pids.filter(isAlive)).toEqual([])
  const lines = output.trim().split("\n")
  expect({ lines: lines.length, more: lines.slice(3) }).toEqual({ lines: 3, more: [] })
})

test("nothing else of the product imports it", () => {
  const files = globSync("src/**/*.{ts,tsx,mjs}", { cwd: copy.folder }).filter((file) => !file.startsWith("src/dev/"))
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((file) => /from ".*\/dev\//.test(readFileSync(join(copy.folder, file), "utf8")))).toEqual([])
})
