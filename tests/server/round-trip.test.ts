/** The stored answers equal the sent ones, for every form: without the postcode, and with a blank stored as a blank. */
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { postcodes } from "../../db/geography/made-up.ts"
import { communitySettings } from "../../policy/data/community-setting.ts"
import { formIds } from "../../policy/data/form-id.ts"
import { canonicalJson } from "../../policy/record/canonical-json.ts"
import { samples } from "../../src/commands/sample.ts"
import { formOf } from "../../surveys/forms.ts"
import type { Submission } from "../../surveys/sampling/submissions.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { each, submit } from "../support/request.ts"
import { type Service, startService } from "../support/service.ts"

const count = 60
const seed = 20_211

let service: Service
beforeAll(async () => {
  service = await startService()
}, 120_000)
afterAll(() => service.stop())

/** What `ask -- open` prints: a response on each line. */
const opened = async (): Promise<readonly ReturnType<typeof wanted>[]> => {
  const { code, out } = await heard(() =>
    ask({ mode: "rehearsal", dataDir: service.dataDir, databaseUrl: undefined }, "open"),
  )
  expect(code).toBe(0)
  return out.map((line) => JSON.parse(line))
}

/** Written again here, so that the service's own code does not judge itself. */
const wanted = ({ form, answers }: Submission) => {
  const inCommunity = communitySettings.some((each) => each === answers["setting"])
  const questions = formOf(form)
    .pages.flatMap((page) => page.questions)
    .filter(({ askedWhen }) => askedWhen === undefined || inCommunity)
    .filter(({ key }) => key !== "local-council" || !isPostcodeGiven(answers["home-postcode"]))
  const postcode = questions.find(({ kind }) => kind === "postcode")
  return {
    form,
    answers: Object.fromEntries(
      questions.filter((one) => one !== postcode).map(({ key }) => [key, answers[key] ?? "not-answered"]),
    ),
    geography: postcode === undefined ? "not-asked" : geographyOf(answers[postcode.key]),
  }
}

/** Every postcode of the samples, as they write it: two halves, each with its digit. */
const isPostcodeGiven = (answer: unknown): boolean =>
  /[A-Z]+\d.*\d[A-Z]{2}/.test(JSON.stringify(answer ?? "").toUpperCase())

const geographyOf = (answer: unknown): unknown => {
  if (answer === undefined) return "not-answered"
  if (typeof answer === "string") return answer
  const { postcode } = answer as { readonly postcode: string }
  return postcodes.get(postcode) ?? "written otherwise"
}

/** A postcode written as a child writes it may be matched or not; which of the two is for the lookup's own tests. */
const comparable = (kept: { readonly form: string; readonly answers: unknown; readonly geography: unknown }) =>
  canonicalJson({ form: kept.form, answers: kept.answers })

describe.each(formIds)("form %s", (form) => {
  test("is stored as it was sent", async () => {
    const sent = (samples(form, seed) ?? [].values()).take(count).toArray()
    expect(sent).toHaveLength(count)
    await each(sent, 8, async (one) => {
      expect((await submit(service.url, one)).text).toBe('{"result":{"data":{"accepted":true}}}')
    })
    const kept = (await opened()).filter((one) => one.form === form)
    const keptOnes = kept.map(comparable).toSorted()
    const sentOnes = sent.map(wanted).map(comparable).toSorted()
    expect(keptOnes).toHaveLength(count)
    expect(keptOnes.find((one, index) => one !== sentOnes[index])).toBeUndefined()
    const placeOf = ({ geography }: ReturnType<typeof wanted>) => canonicalJson(geography)
    for (const place of ["not-asked", "not-answered", "prefer-not-to-say", "dont-know"])
      expect(kept.filter((one) => one.geography === place)).toHaveLength(
        sent.map(wanted).filter((one) => one.geography === place).length,
      )
    const exact = sent.map(wanted).filter(({ geography }) => geography !== "written otherwise")
    for (const place of exact.map(placeOf)) expect(kept.map(placeOf)).toContain(place)
  })
})

test("the same seed gives the same sample, and another seed another", () => {
  const drawn = (of: number) => JSON.stringify((samples("all", of) ?? [].values()).take(50).toArray())
  expect(drawn(1)).toBe(drawn(1))
  expect(drawn(1)).not.toBe(drawn(2))
})
