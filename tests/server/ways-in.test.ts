/** Every way into a form begins with its privacy information: no address opens a question. */
import { beforeAll, describe, expect, test } from "vitest"
import { formIds } from "../../policy/data/form-id.ts"
import { formOf } from "../../surveys/forms.ts"
import { request } from "../support/request.ts"
import { type Service, sharedService } from "../support/service.ts"

const tags = ["privacy-information-first" as const]

let service: Service
beforeAll(async () => {
  service = await sharedService()
}, 120_000)

const get = (path: string) => request(service.url, { path })

const unescaped = (html: string): string => html.replaceAll("&#39;", "'").replaceAll("&quot;", '"')

describe.each(formIds)("form %s", { tags }, (id) => {
  const { child } = formOf(id).privacy
  const deepLinks = ["", "?page=3", "?place=2", "?go=next", "?question=hopes", "?sealed=2027-04-19.AAAA", "#question-3"]

  test.each(deepLinks)("at /survey/…%s begins with its notice, and asks nothing yet", async (rest) => {
    const { status, text } = await get(`/survey/${id}${rest}`)
    expect(status).toBe(200)
    for (const { words } of [...child.whatWeAsk, ...child.voluntary]) expect(unescaped(text)).toContain(words)
    expect(text).not.toMatch(/type="(radio|checkbox|text)"|<textarea/)
  })

  test.each(["/3", "/question/3", "/hopes"])("has no page at /survey/…%s", async (rest) => {
    expect((await get(`/survey/${id}${rest}`)).status).toBe(404)
  })

  test.each(["go=next", "go=next&place=3", "go=send", "go=back&sealed=", "go=next&sealed=2027-04-19.AAAA"])(
    "posted to with %s and no page of ours before it, leads to its notice",
    async (body) => {
      const headers = { origin: service.url, "content-type": "application/x-www-form-urlencoded" }
      const answer = await request(service.url, { method: "POST", path: `/survey/${id}`, headers, body })
      expect([answer.status, answer.headers.location]).toEqual([303, `/survey/${id}`])
    },
  )
})
