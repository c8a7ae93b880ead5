/** Changing where one lives to a secure setting erases the place from the page, from the submission, and from the store. */
import { describe, expect, test } from "vitest"
import { preferNotToSay, type WireAnswers } from "../../policy/data/answer.ts"
import type { FormId } from "../../policy/data/form-id.ts"
import { secureSettings } from "../../policy/data/setting.ts"
import { noteWordsNaming } from "../../src/components/words.ts"
import { journey } from "../../surveys/journey.ts"
import { askedForm, councilGiven, keptOf, postcodeGiven, schoolGiven } from "../support/e2e/child-answers.ts"
import { swift } from "../support/e2e/hand.ts"
import { settled } from "../support/e2e/settled.ts"
import { useSite } from "../support/e2e/site.ts"
import { skipTo } from "../support/e2e/skip.ts"
import { added } from "../support/e2e/stored-answers.ts"
import { arriveAt, atTheEnd, finish, type Walk, walkOn } from "../support/e2e/walk.ts"
import { submit } from "../support/request.ts"

const site = useSite()
const isFull = process.env["FULL"] === "1"
const minute = 60_000

const place = {
  school: schoolGiven.code,
  "home-postcode": { postcode: postcodeGiven },
  "local-council": councilGiven.code,
}
const { "local-council": council, ...places } = place
const community: WireAnswers = { age: "10", setting: "with-parents", ...places }
const placePages = Object.keys(places).length

const homeAgain = async (walk: Walk): Promise<void> => {
  for (const key of ["home-postcode", "school", "setting"]) {
    await walk.hand.press("back")
    await walk.page.locator(`[name="q.${key}"]`).first().waitFor()
  }
}

type Change = readonly [what: string, answer: WireAnswers[string]]
const changes: readonly Change[] = [
  ["a secure setting", "young-offender-institution"],
  ["the opt-out", preferNotToSay],
  ["other, in own words", { other: "With my aunt for now" }],
  ...(isFull ? secureSettings.map((setting): Change => [setting, setting]) : []),
]

const changedTo = async (script: boolean, answer: WireAnswers[string], id: FormId = "9-12") => {
  const { page } = await site.visit({ script })
  const walk: Walk = { page, hand: swift(page), form: askedForm(id) }
  const given: WireAnswers = { ...community, setting: answer }
  const sent: unknown[] = []
  page.on("request", (request) => {
    if (request.url().endsWith("/api/trpc/submit")) sent.push(request.postDataJSON())
  })
  const kept = await added(site.service(), async () => {
    const setting = journey(walk.form, given).pages.findLast(() => true)
    if (setting === undefined) throw new Error("there is no last page")
    await skipTo(walk, { url: site.service().url, script }, community, "setting")
    const before = await walkOn(walk, community, setting.place)
    await homeAgain(walk)
    await arriveAt(walk, setting)
    const after = await walkOn(walk, { setting: answer }, setting.place)
    expect(before.length - placePages).toBe(after.length)
    await finish(walk)
  })
  return { given, form: walk.form, sent, kept }
}

describe.for([
  { way: "with script", script: true },
  { way: "without script", script: false },
])("$way", ({ script }) => {
  test.for(script || isFull ? changes : changes.slice(0, 1))(
    "to %s: no page asks for the place, and nothing of it is sent or kept",
    {
      timeout: 2 * minute,
    },
    async ([, answer]) => {
      const { given, form, sent, kept } = await changedTo(script, answer)
      const left = keptOf(form, { age: "10", setting: answer })
      expect(kept).toEqual([{ form: "9-12", answers: left, geography: "not-asked" }])
      for (const key of Object.keys(place)) expect(Object.keys(left)).not.toContain(key)
      if (script) expect(sent).toEqual([expect.objectContaining({ answers: { age: "10", setting: given["setting"] } })])
    },
  )
})

test("changing back asks again, and what was erased stays erased", { timeout: 2 * minute }, async () => {
  const { page } = await site.visit()
  const walk: Walk = { page, hand: swift(page), form: askedForm("9-12") }
  const kept = await added(site.service(), async () => {
    const setting = journey(walk.form, {}).pages.at(-1)?.place ?? 0
    await skipTo(walk, { url: site.service().url, script: true }, community, "setting")
    await walkOn(walk, community, setting)
    await homeAgain(walk)
    await walkOn(walk, { setting: "secure-childrens-home" }, setting)
    await walk.hand.press("back")
    await page.locator('[name="q.setting"]').first().waitFor()
    await walk.hand.choose("q.setting", "with-relatives")
    await walk.hand.press("next")
    for (const key of ["school", "home-postcode", "local-council"]) {
      await page.locator(`[name="q.${key}"]`).first().waitFor()
      expect(await page.locator("input:checked").count()).toBe(0)
      await walk.hand.press("next")
    }
    await atTheEnd(walk)
    await finish(walk)
  })
  expect(kept).toEqual([
    {
      form: "9-12",
      answers: keptOf(walk.form, { age: "10", setting: "with-relatives" }),
      geography: "not-answered",
    },
  ])
})

test.for([
  { way: "with script", script: true },
  { way: "without script", script: false },
])(
  "$way, the council is asked after words without a postcode, and erased when a postcode follows",
  {
    timeout: minute,
  },
  async ({ script }) => {
    const { page } = await site.visit({ script })
    const walk: Walk = { page, hand: swift(page), form: askedForm("9-12") }
    const without = { setting: "with-parents", "home-postcode": { postcode: "I do not know it" } }
    const kept = await added(site.service(), async () => {
      const given = { ...without, "local-council": council }
      await skipTo(walk, { url: site.service().url, script }, given, "home-postcode")
      await walk.hand.write("text.home-postcode", "I do not know it")
      await walk.hand.press("next")
      await page.locator(".note").waitFor()
      await settled(page)
      await walk.hand.press("next")
      const postcode = walk.form.pages.findIndex(({ questions }) =>
        questions.some(({ key }) => key === "home-postcode"),
      )
      await walkOn(walk, given, postcode + 1)
      for (const key of ["local-council", "home-postcode"]) {
        await walk.hand.press("back")
        await page.locator(`[name$=".${key}"]`).first().waitFor()
      }
      await walk.hand.write("text.home-postcode", postcodeGiven)
      await walk.hand.press("next")
      await atTheEnd(walk)
      await finish(walk)
    })
    expect(kept.map(({ answers }) => Object.keys(answers).includes("local-council"))).toEqual([false])
    expect(kept[0]?.geography).toEqual(expect.objectContaining({ region: expect.any(String) }))
  },
)

test.for(["young-offender-institution", preferNotToSay, "other", undefined])(
  "%s: a script that sends the place all the same is refused, and nothing is kept",
  async (setting) => {
    const kept = await added(site.service(), async () => {
      for (const [key, answer] of Object.entries(place)) {
        const answers = { ...(setting !== undefined && { setting }), [key]: answer }
        const { status, text } = await submit(site.service().url, { form: "9-12", token: crypto.randomUUID(), answers })
        expect(status).toBe(400)
        expect(JSON.parse(text).error.data.refused).toMatchObject({ reason: "against-a-rule", question: key })
        expect(text.toLowerCase()).not.toContain(postcodeGiven)
      }
    })
    expect(kept).toEqual([])
  },
)

test.for([
  { way: "with script", script: true },
  { way: "without script", script: false },
])(
  "$way, words next to “other” stay in sight when another answer is chosen, so that they can be rubbed out",
  {
    timeout: minute,
  },
  async ({ script }) => {
    const { page } = await site.visit({ script })
    const walk: Walk = { page, hand: swift(page), form: askedForm("9-12") }
    const words = page.locator('[name="own.setting"]')
    await skipTo(walk, { url: site.service().url, script }, {}, "setting")
    expect(await words.isVisible()).toBe(false)
    await walk.hand.choose("q.setting", "other")
    await walk.hand.write("own.setting", "With my aunt for now")
    await walk.hand.choose("q.setting", "with-relatives")
    expect(await words.isVisible()).toBe(true)
    await walk.hand.press("next")
    expect(await page.locator(".note").innerText()).toBe(noteWordsNaming.ownWordsWithoutOther("Somewhere else"))
    await walk.hand.write("own.setting", "")
    await walk.hand.press("next")
    await page.locator('[name="q.school"]').first().waitFor()
  },
)
