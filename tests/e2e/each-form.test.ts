/** Every form is finished by finger and by keyboard, with script and without, and the same answers are kept each way. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { type FormId, formIds } from "../../policy/data/form-id.ts"
import { words } from "../../src/components/words.ts"
import type { DisplayQuestion } from "../../surveys/display-form.ts"
import { ask, type Opened } from "../support/collected-answers.ts"
import { askedForm, everyKindGiven, keptOf, optedOut, postcodeGiven, written } from "../support/e2e/child-answers.ts"
import { finger, type Hand, keyboard, swift } from "../support/e2e/hand.ts"
import { scriptless } from "../support/e2e/scriptless.ts"
import { useSite } from "../support/e2e/site.ts"
import { added, kept } from "../support/e2e/stored-answers.ts"
import { begin, finish, type Step, type Walk, walkOn } from "../support/e2e/walk.ts"

const site = useSite()
const isFull = process.env["FULL"] === "1"
const minutes = 60_000

interface Way {
  readonly script: boolean
  readonly by: (page: Walk["page"]) => Hand
}

interface Finished {
  readonly steps: readonly Step[]
  readonly kept: readonly Opened[]
}

const goThrough = async (id: FormId, { script, by }: Way, given = everyKindGiven(askedForm(id))): Promise<Finished> => {
  const { page } = await site.visit({ script })
  const walk = { page, form: askedForm(id), hand: by(page) }
  const steps: Step[] = []
  const kept = await added(site.service(), async () => {
    await begin(walk, site.service().url)
    steps.push(...(await walkOn(walk, given)))
    await finish(walk)
  })
  expect(await page.locator("h1").innerText()).toBe("Thank you")
  return { steps, kept }
}

const geographyOf = (id: FormId): unknown => {
  if (id === "4-5") return "not-asked"
  return id === "easy-read-9-12" ? "not-answered" : { localAuthority: "E09999903", region: "E12000005", imdDecile: 5 }
}

const expected = (id: FormId) => [
  expect.objectContaining({
    form: id,
    answers: keptOf(askedForm(id), everyKindGiven(askedForm(id))),
    geography: geographyOf(id),
  }),
]

/** One a choice or row; a school is one search and one choice; writing is no tap. */
const tapsFor = (question: DisplayQuestion): number => {
  if (question.kind === "choices") return 3
  return { grid: 1, choice: 1, school: 2, council: 2 }[question.kind as string] ?? 0
}

/** The pages that a browser would post without script, posted by a bare client: a browser takes ten times as long. */
const goThroughBarely = async (id: FormId, given = everyKindGiven(askedForm(id))): Promise<Finished> => {
  const { url } = site.service()
  const client = scriptless(url, askedForm(id))
  const kept = await added(site.service(), async () => {
    await client.walk(given)
    expect((await client.send()).headers.location).toBe(`/finished/${id}`)
  })
  return { steps: [], kept }
}

/** A browser goes without script through a form of pictures; `weight.test.ts` leads it through one with each other kind of page. */
const isWalkedWithout = (id: FormId): boolean => isFull || id === "4-5"

/** A finger must reach each kind of page once: in the forms of pictures, of easy read and of writing. */
const isTapped = (id: FormId): boolean => isFull || id === "4-5" || id === "9-12" || id === "easy-read-6-8"

const goWithout = (id: FormId): Promise<Finished> =>
  isWalkedWithout(id) ? goThrough(id, { script: false, by: finger }) : goThroughBarely(id)

test.for(formIds)(
  "%s by finger: with script and without, the same answers are kept, in few taps",
  {
    timeout: 2 * minutes,
  },
  async (id) => {
    const scripted = await goThrough(id, { script: true, by: isTapped(id) ? finger : swift })
    const without = await goWithout(id)
    expect(scripted.kept).toEqual(expected(id))
    expect(without.kept).toEqual(scripted.kept)
    for (const { questions, effort } of [...scripted.steps, ...without.steps]) {
      const next = 1
      expect(effort).toBeLessThanOrEqual(next + questions.reduce((sum, question) => sum + tapsFor(question), 0))
      if (questions.length === 1 && questions[0]?.kind === "choice") expect(effort).toBeLessThanOrEqual(2)
    }
  },
)

const byKeyboard = formIds.flatMap((id) => [
  ...(isFull || id === "6-8" ? [{ id, way: "with", script: true }] : []),
  ...(isFull || id === "4-5" ? [{ id, way: "without", script: false }] : []),
])

test.for(byKeyboard)(
  "$id by keyboard alone, $way script: Tab, Space, Enter and arrows",
  {
    timeout: 2 * minutes,
  },
  async ({ id, script }) => {
    expect((await goThrough(id, { script, by: keyboard })).kept).toEqual(expected(id))
  },
)

test("opting out of everything: as many pages, the same ending, and only the place is left unasked", {
  timeout: minutes,
}, async () => {
  for (const script of isFull ? [true, false] : [true]) {
    const form = askedForm("easy-read-9-12")
    const { steps, kept } = await goThrough(form.id, { script, by: isFull ? finger : swift }, optedOut(form))
    const place = form.pages.filter(({ questions }) => questions.every(({ askedWhen }) => askedWhen !== undefined))
    expect(steps).toHaveLength(form.pages.length - place.length)
    expect(kept).toEqual([expect.objectContaining({ answers: keptOf(form, optedOut(form)), geography: "not-asked" })])
    expect(steps.every(({ effort }) => effort === 2)).toBe(true)
  }
})

test("a form left blank throughout is taken as it is", { timeout: minutes }, async () => {
  const form = askedForm("9-12")
  const { kept } = await goThroughBarely("9-12", {})
  expect(kept).toEqual([expect.objectContaining({ answers: keptOf(form, {}), geography: "not-asked" })])
  expect(new Set(Object.values(kept[0]?.answers ?? {}))).toEqual(new Set(["not-answered"]))
})

test("question 1 is two taps from the landing page", async () => {
  const { page } = await site.visit()
  const { hand } = { hand: finger(page) }
  await page.goto(site.url())
  await page.locator('a[href="/survey/9-12"]').click()
  await hand.press("start")
  await page.getByRole("button", { name: words.next }).waitFor()
  expect(1 + hand.count()).toBeLessThanOrEqual(3)
})

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))

test("ask -- open reads the same", async () => {
  const lines = (await ask(["open"], { DATA_DIR: site.service().dataDir })).trim().split("\n")
  const read = lines.map((line) => ({ ...JSON.parse(line), day: undefined }))
  expect(read).toHaveLength((await kept(site.service())).length)
  expect(read).toEqual(expect.arrayContaining(expected("6-8")))
})

test("after all that, the postcode and what was written are in no file and in nothing that was printed", () => {
  const { dataDir, output } = site.service()
  const files = filesIn(dataDir)
  expect(files.length).toBeGreaterThan(3)
  const texts = [...files.map((file) => readFileSync(file, "latin1")), output()]
  const sought = [postcodeGiven, postcodeGiven.replace(" ", ""), written.slice(0, 20)].map((each) => each.toLowerCase())
  expect(texts.flatMap((text) => sought.filter((each) => text.toLowerCase().includes(each)))).toEqual([])
})
