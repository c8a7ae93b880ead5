/** The document holds what its headers promise: nothing from elsewhere, no script that was not built, styles by hash. */
import { createHash } from "node:crypto"
import { describe, expect, test } from "vitest"
import { noticeParts } from "../../policy/data/form.ts"
import { accessibilityPage } from "../../src/pages/accessibility.tsx"
import { closedPage } from "../../src/pages/closed.tsx"
import { contentSecurityPolicy, documentHtml, htmlResponse } from "../../src/pages/document.tsx"
import { errorPage } from "../../src/pages/error.tsx"
import { finishedPage } from "../../src/pages/finished.tsx"
import { landingPage } from "../../src/pages/landing.tsx"
import { notFoundPage } from "../../src/pages/not-found.tsx"
import { notOpenYetPage } from "../../src/pages/not-open-yet.tsx"
import { packPage } from "../../src/pages/pack.tsx"
import { packFacts } from "../../src/pages/packs/facts.ts"
import { packs } from "../../src/pages/packs/packs.ts"
import { privacyPage } from "../../src/pages/privacy.tsx"
import { schoolsPage } from "../../src/pages/schools.tsx"
import { stoppedPage } from "../../src/pages/stopped.tsx"
import { surveyPage } from "../../src/pages/survey.tsx"
import { displayForm } from "../../surveys/display-form.ts"
import { forms } from "../../surveys/forms.ts"
import { firstLayer } from "../../surveys/privacy-information/first-layer.ts"
import { attribute, saidBy, tags } from "../support/pages/html.ts"

const mode = "rehearsal"
const origin = "https://survey.example"
const script = "/_build/assets/survey.js"

const starts = forms.map((form) => {
  const page = { form, display: displayForm(form), view: { at: "start" }, mode, script } as const
  return [`start of ${form.id}`, surveyPage(page)] as const
})

const facts = packFacts({ origin, forms, window: "always", contacts: {} })

const sitePages = [
  ["landing", landingPage({ forms, mode })],
  ["privacy", privacyPage({ forms, mode, contacts: {}, places: [] })],
  ["accessibility", accessibilityPage({ mode })],
  ["schools", schoolsPage({ origin, forms, mode })],
  ...packs.map((pack) => [pack.slug, packPage(pack, facts, mode)] as const),
  ["finished", finishedPage("9-12", mode)],
  ["stopped", stoppedPage("9-12", mode)],
] as const

const plain = [
  ["closed", closedPage()],
  ["not open yet", notOpenYetPage()],
  ["not found", notFoundPage()],
  ["error", errorPage()],
] as const

describe.each([...starts, ...sitePages, ...plain])("%s", (_, html) => {
  test("loads nothing from elsewhere and styles nothing outside its style sheet", () => {
    const loaded = ["script", "img", "link", "iframe", "form"]
      .flatMap((name) => tags(html, name))
      .flatMap((tag) => [attribute(tag, "src"), attribute(tag, "href"), attribute(tag, "action")])
    expect(loaded.filter((address) => address !== undefined && !address.startsWith("/"))).toEqual([])
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|javascript:/)
  })

  test("has its style sheet let through by hash, one heading, a title and a language", () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ""
    expect(contentSecurityPolicy).toContain(createHash("sha256").update(style).digest("base64"))
    expect(tags(html, "h1")).toHaveLength(1)
    expect(html).toMatch(/<html lang="en-GB">/)
    expect(/<title>(.+)<\/title>/.exec(html)?.[1]).toMatch(/The Big Ask/)
  })
})

describe("the rehearsal", () => {
  test.each([...starts, ...sitePages])("is named on the page %s", (_, html) => {
    expect(saidBy(html).join(" ")).toContain("This is just for practice")
  })

  test("is not named when live", () => {
    expect(landingPage({ forms, mode: "live" })).not.toContain("rehearsal")
  })
})

describe("before question 1", () => {
  test.each(starts)("every fact of the notice is on the page: %s", (name, html) => {
    const said = saidBy(html)
    const form = forms.find(({ id }) => name === `start of ${id}`)
    const { version, title, ...parts } = form?.privacy.child ?? forms[0]?.privacy.child ?? { version: "", title: "" }
    const facts = Object.values(parts).flat()
    expect(facts.length).toBeGreaterThan(8)
    expect(facts.filter(({ words }) => !said.includes(words))).toEqual([])
  })
})

describe("the first screen", () => {
  test.each(starts)("has five lines of the notice, and all of it one tap below, before Start: %s", (name, html) => {
    const form = forms.find(({ id }) => name === `start of ${id}`)
    const { child, parent } = form?.privacy ?? {}
    const whole = html.split('<details class="rest"').slice(1)
    expect(whole).toHaveLength(parent ? 2 : 1)
    for (const [at, notice] of (parent ? [parent, child] : [child]).entries()) {
      if (notice === undefined) continue
      expect(firstLayer(notice)).toHaveLength(5)
      const opened = saidBy(whole[at] ?? "")
      for (const part of noticeParts) for (const { words } of notice[part]) expect(opened).toContain(words)
      const before = saidBy(html)
      for (const { words } of firstLayer(notice)) expect(before).toContain(words)
    }
    expect(html.lastIndexOf('<details class="rest"')).toBeLessThan(html.indexOf('value="start"'))
  })
})

test("data cannot close its own element", () => {
  const html = documentHtml({
    title: "</title><b>",
    look: "",
    style: "",
    body: "",
    data: [{ id: "form", value: "</script>" }],
  })
  expect(html.match(/<\/script>/g)).toHaveLength(1)
  expect(html).toContain("&lt;/title&gt;")
})

describe("headers", () => {
  test("no script but ours, no eval, no inline style, no frame, no post elsewhere", () => {
    expect(contentSecurityPolicy).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|http/)
  })

  test.each([
    ["forward", "private, no-cache", null],
    ["redraw", "no-store", null],
    ["gone", "no-store", '"cache"'],
  ] as const)("a page of cache %s is kept as long as its name says", (cache, control, cleared) => {
    const { headers } = htmlResponse("", { cache })
    expect(headers.get("Cache-Control")).toBe(control)
    expect(headers.get("Clear-Site-Data")).toBe(cleared)
    expect(headers.get("Referrer-Policy")).toBe("same-origin")
    expect(headers.get("Set-Cookie")).toBeNull()
  })
})
