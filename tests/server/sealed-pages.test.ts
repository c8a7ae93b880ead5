/** A page without script is kept by no browser, is as long whatever was typed, and opens nothing once its survey was sent or cleared. */
import { beforeAll, expect, test } from "vitest"
import { askedForm, everyKindGiven } from "../support/e2e/child-answers.ts"
import { type Page, scriptless, sealedIn } from "../support/e2e/scriptless.ts"
import { sharedService } from "../support/service.ts"

const form = askedForm("9-12")

/** The build may take minutes where another test has the machine. */
beforeAll(sharedService, 300_000)

test("an earlier page of a survey that was sent leads to the start and shows no answer", {
  timeout: 60_000,
}, async () => {
  const service = await sharedService()
  const walked = async (written: string) => {
    const client = scriptless(service.url, form)
    const pages = await client.walk({ ...everyKindGiven(form), "life-change": { text: written } })
    // The first page has the notice, and is the same for everyone but for the time at which it was served.
    return { client, sealed: pages.slice(1).filter((page) => sealedIn(page.text) !== "") }
  }
  const [one, other] = [await walked("a"), await walked("a longer wish that a child wrote ".repeat(10))]
  const lengths = ({ sealed }: { readonly sealed: readonly Page[] }) => sealed.map(({ text }) => sealedIn(text).length)
  expect(new Set([...lengths(one), ...lengths(other)]).size).toBe(1)
  // ADR 0030: a fresh question may be kept until the end, and the sending page never.
  const caches = one.sealed.map(({ headers }) => headers["cache-control"])
  expect(new Set(caches.slice(0, -1))).toEqual(new Set(["private, no-cache"]))
  expect(caches.at(-1)).toBe("no-store")

  const { client, sealed } = other
  const places = async (go: string) => {
    const found = new Set<string>()
    for (const { text } of sealed) {
      const page = await scriptless(service.url, form).post([
        ["sealed", sealedIn(text)],
        ["go", go],
      ])
      found.add(page.headers.location ?? "a page")
    }
    return [...found]
  }
  expect(await places("back")).toContain("a page")
  expect((await client.send()).headers.location).toBe("/finished/9-12")
  expect((await client.send()).headers.location, "a second press").toBe("/finished/9-12")
  for (const go of ["back", "next", "search"]) expect(await places(go)).toEqual(["/survey/9-12"])
})

test("an earlier page of a survey that was stopped and cleared leads to the start, and sends nothing", {
  timeout: 60_000,
}, async () => {
  const service = await sharedService()
  const client = scriptless(service.url, form)
  const pages = await client.walk({ "life-change": { text: "what a child wrote and took back" } })
  expect((await client.post([["go", "stop"]])).text).toContain('value="resume"')
  expect((await client.post([["go", "clear"]])).headers.location).toBe("/stopped/9-12")
  for (const { text } of pages.slice(-3))
    for (const go of ["back", "resume", "next", "send"]) {
      const page = await scriptless(service.url, form).post([
        ["sealed", sealedIn(text)],
        ["go", go],
      ])
      expect([go, page.headers.location]).toEqual([go, "/survey/9-12"])
    }
})
