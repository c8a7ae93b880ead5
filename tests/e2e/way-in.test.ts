/** By every way in the privacy information comes before question 1; no page keeps anything, and the browser enforces it. */
import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import type { Fact, Form } from "../../policy/data/form.ts"
import { type FormId, formIds } from "../../policy/data/form-id.ts"
import { shellWords } from "../../src/components/words.ts"
import { formOf, forms } from "../../surveys/forms.ts"
import { askedForm } from "../support/e2e/child-answers.ts"
import { finger, swift } from "../support/e2e/hand.ts"
import { phone, useSite } from "../support/e2e/site.ts"
import { atTheEnd, begin, finish, type Walk, walkOn } from "../support/e2e/walk.ts"
import { watch } from "../support/e2e/watch.ts"
import { request } from "../support/request.ts"

const site = useSite()
const minute = 60_000
const urlencoded = { "content-type": "application/x-www-form-urlencoded" }

const factsOf = ({ privacy }: Form): readonly string[] =>
  [privacy.child, privacy.parent].flatMap((notice) =>
    Object.values(notice ?? {}).flatMap((each: string | readonly Fact[]) =>
      typeof each === "string" ? [] : each.map((fact) => fact.words),
    ),
  )

/** All of the privacy information is read before the button that begins, and no question is there yet. */
const informs = async (page: Page, id: FormId): Promise<void> => {
  const begin = page.locator("button[value=start]")
  await begin.waitFor()
  const said = ((await page.locator("#intro").textContent()) ?? "").replaceAll(/\s+/g, " ")
  const facts = factsOf(formOf(id))
  expect(facts.length).toBeGreaterThan(6)
  expect(facts.filter((fact) => !said.includes(fact.replaceAll(/\s+/g, " ")))).toEqual([])
  const comesFirst = await page.evaluate(() => {
    const [intro, button] = [document.getElementById("intro"), document.querySelector("button[value=start]")]
    return intro && button && (intro.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
  })
  expect(comesFirst).toBe(true)
  expect(await page.locator("fieldset.question, [name^='q.']").count()).toBe(0)
}

describe.for(formIds)("%s", (id) => {
  test("from the landing page, from the schools' page and by its own link", { timeout: minute }, async () => {
    const { page } = await site.visit({ script: id !== "6-8" })
    for (const from of ["/", "/schools"]) {
      await page.goto(site.url(from))
      await page.locator(`a[href$="/survey/${id}"]`).first().click()
      await page.waitForURL(`**/survey/${id}`)
      await informs(page, id)
    }
    await page.goto(site.url(`/survey/${id}`))
    await informs(page, id)
  })

  test("no link leads past it: a later page, a question or an ending posted out of turn goes to the start", async () => {
    for (const deep of [`/survey/${id}/3`, `/survey/${id}/send`, `/survey/${id}/start`])
      expect((await request(site.service().url, { path: deep })).status).toBe(404)
    const there = await request(site.service().url, { path: `/survey/${id}?place=5&go=next` })
    expect(there.text).toContain('value="start"')
    expect(there.text).not.toContain('name="q.')
    for (const body of ["", "go=next", "go=send", "go=back", "go=search", "sealed=&go=send", "place=4&go=next"]) {
      const { status, headers } = await request(site.service().url, {
        method: "POST",
        path: `/survey/${id}`,
        headers: { origin: site.service().url, ...urlencoded },
        body,
      })
      expect([body, status, headers.location]).toEqual([body, 303, `/survey/${id}`])
    }
  })
})

test("a rehearsal says so on every page of the way", { timeout: minute }, async () => {
  for (const script of [true, false]) {
    const { page } = await site.visit({ script })
    const walk: Walk = { page, hand: swift(page), form: askedForm("4-5") }
    const banner = page.getByText(shellWords.rehearsal)
    for (const path of ["/", "/privacy", "/accessibility", "/schools", "/stopped/9-12", "/survey/4-5"]) {
      await page.goto(site.url(path))
      expect([path, await banner.isVisible()]).toEqual([path, true])
    }
    await begin(walk, site.service().url)
    for (const { questions } of walk.form.pages) {
      await walkOn(
        walk,
        {},
        walk.form.pages.findIndex((each) => each.questions === questions),
        questions[0]?.key,
      )
      expect(await banner.isVisible()).toBe(true)
      await walk.hand.press("next")
    }
    await atTheEnd(walk)
    expect(await banner.isVisible()).toBe(true)
    await finish(walk)
    expect(await banner.isVisible()).toBe(true)
  }
})

test("no answer of the service sets a cookie", async () => {
  const { url } = site.service()
  const gets = ["/", "/privacy", "/schools", "/health", "/none", "/api/trpc/submit", "/icon.svg", "/pictures/house.svg"]
  const paths = [...gets, ...formIds.flatMap((id) => [`/survey/${id}`, `/finished/${id}`, `/stopped/${id}`])]
  const posts = [
    ...formIds.map((id) => ({ path: `/survey/${id}`, headers: urlencoded, body: "go=start" })),
    ...formIds.map((id) => ({ path: `/survey/${id}`, headers: urlencoded, body: "go=stop" })),
    { path: "/api/trpc/submit", headers: { "content-type": "application/json" }, body: "{}" },
  ].map((post) => ({ ...post, method: "POST", headers: { ...post.headers, origin: url } }))
  for (const asked of [...paths.map((path) => ({ path })), ...posts]) {
    const { headers } = await request(url, asked)
    expect([asked.path, headers["set-cookie"]]).toEqual([asked.path, undefined])
  }
})

describe("the content policy is the browser's own", () => {
  const violations = ["connect-src", "frame-src", "img-src", "script-src-attr", "script-src-elem", "style-src-elem"]

  /** Returns when the browser has reported each violation, and no other before. */
  const injected = async (page: Page) => {
    await page.evaluate(() => {
      const seen = new Set<string>()
      Object.assign(globalThis, { seen })
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => seen.add(effectiveDirective))
    })
    await page.evaluate(async () => {
      const script = document.createElement("script")
      script.textContent = "globalThis.ran = true"
      const picture = document.createElement("img")
      picture.src = "https://elsewhere.example/a.png"
      const frame = document.createElement("iframe")
      frame.src = "/privacy"
      const style = document.createElement("style")
      style.textContent = "body { opacity: 0.5 }"
      const handler = document.createElement("p")
      handler.setAttribute("onclick", "globalThis.ran = true")
      document.body.append(script, picture, frame, style, handler)
      handler.click()
      await fetch("https://elsewhere.example/", { method: "POST", body: "x" }).catch(() => undefined)
    })
    const seen = () => page.evaluate((): readonly string[] => [...Reflect.get(globalThis, "seen")].sort())
    await expect.poll(seen).toEqual(violations)
    const ran = await page.evaluate(() => "ran" in globalThis)
    const faded = await page.evaluate(() => getComputedStyle(document.body).opacity)
    return { ran, faded }
  }

  test.for(["/survey/6-8", "/", "/finished/6-8"])(
    "%s: nothing inline, nothing from elsewhere, no frame",
    async (path) => {
      const context = await site.browser().newContext({ viewport: phone })
      const page = await context.newPage()
      await page.goto(site.url(path))
      expect(await injected(page)).toEqual({ ran: false, faded: "1" })
      await context.close()
    },
  )

  test("what the visits of these tests are watched for is seen when it happens", async () => {
    const context = await site.browser().newContext({ viewport: phone })
    const watching = watch(context, site.service().url)
    const page = await context.newPage()
    await page.goto(site.url("/survey/6-8"))
    await injected(page)
    await page.evaluate(async () => {
      await cookieStore.set("kept", "answers")
      localStorage.setItem("kept", "answers")
      sessionStorage.setItem("kept", "answers")
      await new Promise((resolve) => {
        indexedDB.open("kept").onsuccess = resolve
      })
      history.replaceState({ kept: "answers" }, "")
    })
    await page.goto(site.url("/?kept=answers"))
    const faults = (await watching.faults()).join("\n")
    await context.close()
    for (const seen of [
      "the browser reported",
      "another host: https://elsewhere.example",
      "localStorage has kept",
      "sessionStorage has kept",
      "indexedDB has kept",
      "document.cookie is not empty",
      "the cookie kept was kept",
      "carried something in the address: ?kept=answers",
    ])
      expect(faults).toContain(seen)
  })
})

describe("read aloud", () => {
  interface Voice {
    readonly name: string
    readonly lang: string
    readonly localService: boolean
  }
  const local: Voice = { name: "On this device", lang: "en-GB", localService: true }
  const remote: Voice = { name: "Far away", lang: "en-GB", localService: false }

  const withVoices = async (
    voices: readonly Voice[],
  ): Promise<{ page: Page; said: () => Promise<readonly string[]> }> => {
    const { page } = await site.visit()
    await page.addInitScript((voices) => {
      const said: string[] = []
      Object.assign(globalThis, {
        said,
        SpeechSynthesisUtterance: class {
          voice: Voice | undefined
          onend: () => void = () => undefined
          readonly text: string
          constructor(text: string) {
            this.text = text
          }
        },
      })
      Object.defineProperty(globalThis, "speechSynthesis", {
        value: {
          getVoices: () => voices,
          cancel: () => undefined,
          addEventListener: () => undefined,
          speak: (utterance: { voice?: Voice; text: string; onend: () => void }) => {
            said.push(`${utterance.voice?.name ?? "the browser's own choice"}: ${utterance.text}`)
            setTimeout(utterance.onend)
          },
        },
      })
    }, voices)
    return { page, said: () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said) }
  }

  test("every question, option and opt-out is read, by a voice of the device alone", { timeout: minute }, async () => {
    const { page, said } = await withVoices([remote, local])
    const walk: Walk = { page, hand: finger(page), form: askedForm("easy-read-6-8") }
    await begin(walk, site.service().url)
    for (const { questions } of walk.form.pages.slice(0, 4)) {
      await walkOn(
        walk,
        {},
        walk.form.pages.findIndex((each) => each.questions === questions),
        questions[0]?.key,
      )
      const before = (await said()).length
      await page.locator("fieldset.question .read").first().click()
      const [question] = questions
      const parts = [
        ...(question?.sentences ?? []).map((each) => each.words),
        ...(question?.options ?? []).map((each) => each.words),
        ...(question?.rows ?? []).map((each) => each.words),
        question?.optOut ?? "",
      ]
      const heard = async () => (await said()).slice(before).map((each) => each.trim())
      for (const part of parts) await expect.poll(heard).toContainEqual(expect.stringContaining(part))
      await walk.hand.press("next")
    }
    expect((await said()).filter((each) => !each.startsWith(`${local.name}: `))).toEqual([])
  })

  test.for([
    { which: "only voices elsewhere", voices: [remote] },
    { which: "no voice", voices: [] },
  ])("$which: nothing is offered and nothing is spoken", async ({ voices }) => {
    const { page, said } = await withVoices(voices)
    await page.goto(site.url("/survey/6-8"))
    await page.locator("button[value=start]").click()
    await page.locator("fieldset.question").first().waitFor()
    expect(await page.locator(".read").first().isVisible()).toBe(false)
    expect(await said()).toEqual([])
  })
})

test("every form has its own link on the schools' page", async () => {
  const { text } = await request(site.service().url, { path: "/schools" })
  for (const { id } of forms) expect(text).toContain(`/survey/${id}`)
})
