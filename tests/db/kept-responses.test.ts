/** Tests which answers the evidence store accepts by plain SQL, past our own code, on both databases. */
import { randomBytes } from "node:crypto"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import type { KeptResponseTable } from "../../db/evidence/schema.ts"
import { dontKnow, notAnswered, preferNotToSay } from "../../policy/data/answer.ts"
import { communitySettings } from "../../policy/data/community-setting.ts"
import { formIds } from "../../policy/data/form-id.ts"
import { geographyStates } from "../../policy/data/geography.ts"
import { flags } from "../../policy/data/quality-flag.ts"
import { secureSettings } from "../../policy/data/setting.ts"
import { forms } from "../../surveys/forms.ts"
import { rawEvidence } from "../support/evidence.ts"
import { engines } from "../support/store.ts"
import { done, matchedSamples, ready } from "../support/transfer.ts"

const day = "2026-03-02"
const home = { setting: "with-parents", age: "9" }
const placed = { place: "matched", local_authority: "E06000001", region: "E12000001", imd_decile: 3 }

describe.each(engines)("the evidence store on %s", (engine) => {
  const store = async () => {
    const place = await ready(engine, { [day]: matchedSamples(3, 1) })
    await done(place)
    return rawEvidence(place.evidence).db
  }
  const row = (change: object = {}, answers: unknown = home): KeptResponseTable => ({
    id: randomBytes(16),
    day,
    form: "9-12",
    place: "unmatched",
    local_authority: null,
    region: null,
    imd_decile: null,
    lsoa: null,
    answers: JSON.stringify(answers),
    flags: "[]",
    ...change,
  })
  type Db = Awaited<ReturnType<typeof store>>
  const takes = (db: Db, given: KeptResponseTable) =>
    db
      .insertInto("kept_response")
      .values(given)
      .execute()
      .then(
        () => true,
        () => false,
      )

  const good: Readonly<Record<string, KeptResponseTable>> = {
    ...Object.fromEntries(formIds.map((form) => [`form ${form}`, row({ form, place: "not-asked" }, {})])),
    ...Object.fromEntries(geographyStates.map((place) => [`place ${place}`, row({ place })])),
    ...Object.fromEntries(communitySettings.map((setting) => [setting, row(placed, { setting })])),
    ...Object.fromEntries(secureSettings.map((setting) => [setting, row({ place: "not-asked" }, { setting })])),
    ...Object.fromEntries(
      [notAnswered, preferNotToSay, dontKnow].map((said) => [`an answer ${said}`, row({}, { ...home, gender: said })]),
    ),
    "a decile": row(placed),
    "an authority alone": row({ ...placed, imd_decile: null }),
    "a neighbourhood": row({ ...placed, lsoa: "E01000001" }),
    "every flag": row({ flags: JSON.stringify(flags) }),
    "a list and a grid": row({}, { ...home, hopes: ["job", "other"], "life-now": { family: "happy" } }),
  }

  const bad: Readonly<Record<string, KeptResponseTable>> = {
    "an unknown form": row({ form: "14-15" }),
    "an impossible day": row({ day: "2026-02-30" }),
    "a day without its two years": row({ day: "2026-04-01" }),
    "a moment": row({ day: "2026-03-02T10:00" }),
    "decile 0": row({ ...placed, imd_decile: 0 }),
    "decile 11": row({ ...placed, imd_decile: 11 }),
    "a postcode instead of a place": row({ place: "ZZ1 1AB" }),
    "a postcode for an authority": row({ ...placed, local_authority: "ZZ1 1AB" }),
    "a matched place that is nowhere": row({ place: "matched" }),
    "a decile of nowhere": row({ imd_decile: 3 }),
    "an authority without its region": row({ ...placed, region: null }),
    "a neighbourhood without a decile": row({ ...placed, imd_decile: null, lsoa: "E01000001" }),
    "an output area": row({ ...placed, lsoa: "E00000001" }),
    "a place with a secure setting": row(placed, { setting: "young-offender-institution" }),
    "a place without a setting": row(placed, { age: "9" }),
    "a place with an opt-out": row(placed, { setting: preferNotToSay }),
    "a school with a secure setting": row({ place: "not-asked" }, { setting: "other", school: "900001" }),
    "a council with a secure setting": row({ place: "not-asked" }, { "local-council": "E09999901" }),
    "a question of no form": row({}, { ...home, name: "x" }),
    "a question of another form": row({}, { ...home, "parent-hopes": "x" }),
    "the postcode's question": row({}, { ...home, "home-postcode": "unmatched" }),
    "words of a child": row({}, { ...home, "life-change": "I am sad" }),
    "a long word": row({}, { ...home, "life-change": "a".repeat(41) }),
    "no word at all": row({}, { ...home, "life-change": "" }),
    "words in a list": row({}, { ...home, hopes: ["job", "be an astronaut"] }),
    "words in a grid": row({}, { ...home, "life-now": { family: "they are kind" } }),
    "an opt-out as nothing": row({}, { ...home, gender: null }),
    "an answer as a number": row({}, { ...home, age: 9 }),
    "answers that are a list": row({}, ["with-parents"]),
    "a text instead of answers": row({ answers: "with-parents" }),
    "an unknown flag": row({ flags: '["liar"]' }),
    "null instead of flags": row({ flags: "null" }),
    "an id that counts": row({ id: new Uint8Array([1]) }),
  }

  test("accepts exactly the answers that are admitted", {
    tags: [
      "no-postcode-in-secure-settings",
      "no-school-in-secure-settings",
      "free-text-cleaned-before-analysis",
      "opt-out-on-every-question",
      "quality-checked-before-analysis",
    ],
  }, async () => {
    const db = await store()
    for (const [what, given] of Object.entries(good)) expect(await takes(db, given), what).toBe(true)
    for (const [what, given] of Object.entries(bad)) expect(await takes(db, given), what).toBe(false)
  })

  test("refuses to change an answer or a word, and to delete one before its two years", {
    tags: ["responses-are-anonymous-and-final", "retention-reviewed-after-two-years"],
  }, async () => {
    const db = await store()
    const given = row()
    expect(await takes(db, given)).toBe(true)
    expect(await takes(db, given), "twice").toBe(false)
    await db
      .insertInto("quarantine")
      .values({ response: given.id, question: "life-change", words: "More parks" })
      .execute()
    for (const statement of [
      "update kept_response set answers = answers",
      "update kept_response set flags = '[]'",
      "update quarantine set words = 'other'",
      "delete from kept_response",
      "delete from quarantine",
      "update transfer_day set state = 'arriving'",
      "update transfer_day set responses = 0",
      "delete from transfer_day",
      ...(engine === "sqlite"
        ? ["replace into kept_response select * from kept_response", "replace into quarantine select * from quarantine"]
        : ["truncate kept_response cascade"]),
    ])
      await expect(sql.raw(statement).execute(db), statement).rejects.toThrow(
        /final|changed|back|record|once|two years|until/,
      )
    await sql.raw("update retention set state = 'review-due', decide_before = '2099-01-01'").execute(db)
    await sql.raw("delete from kept_response").execute(db)
    expect(await db.selectFrom("quarantine").selectAll().execute()).toEqual([])
  })
})

test("no option of a form has spaces, or equals the placeholder for words", () => {
  const questions = forms.flatMap(({ pages }) => pages.flatMap((page) => page.questions))
  const keys = questions.flatMap((question) => [
    ...("options" in question ? question.options.map(({ key }) => key) : []),
    ...("rows" in question ? question.rows.map(({ key }) => key) : []),
  ])
  expect(keys.filter((key) => !/^[a-z0-9-]{1,40}$/.test(key) || key === "written")).toEqual([])
  const own = questions.flatMap((question) =>
    "options" in question ? question.options.filter((each) => "own" in each && each.own).map(({ key }) => key) : [],
  )
  expect(new Set(own)).toEqual(new Set(["other"]))
})
