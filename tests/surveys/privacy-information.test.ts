/** Checks that every notice gives the same facts, that the parent's notice adds the law, and that a changed word changes the version. */
import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import type { PrivacyInformation } from "../../policy/data/form.ts"
import { noticeParts } from "../../policy/data/form.ts"
import { formOf, forms } from "../../surveys/forms.ts"

const notices = forms.flatMap(({ privacy }) => (privacy.parent ? [privacy.child, privacy.parent] : [privacy.child]))

/** A fact is known by its picture, which is the same in every band. */
const factsOf = (notice: PrivacyInformation) =>
  Object.fromEntries(noticeParts.map((part) => [part, notice[part].map(({ picture }) => picture)]))

test("all children of 6 and more get the same facts", () => {
  const notices6AndMore = forms.filter(({ id }) => id !== "4-5").map(({ privacy }) => factsOf(privacy.child))
  expect(new Set(notices6AndMore.map((facts) => JSON.stringify(facts))).size).toBe(1)
})

test("a child of 4 or 5 gets all of them except those about questions that it is not asked", () => {
  const youngest = noticeParts.flatMap((part) => factsOf(formOf("4-5").privacy.child)[part] ?? [])
  const older = noticeParts.flatMap((part) => factsOf(formOf("6-8").privacy.child)[part] ?? [])
  expect(older.filter((fact) => !youngest.includes(fact))).toEqual(["clipboard", "round-pushpin"])
  expect(youngest.filter((fact) => !older.includes(fact))).toEqual([])
})

test("a parent learns who answers for their answers, by what law, for how long, their rights and where to complain (F07)", () => {
  const { parent } = formOf("4-5").privacy
  const text = JSON.stringify(parent)
  for (const words of [
    "is the controller",
    "Children Act 2004",
    "Article 6(1)(e) of the UK GDPR",
    "two years",
    "see it, correct it, delete it or limit its use, and you can object",
    "data protection officer",
    "Within 30 days",
    "data protection regulator",
  ])
    expect(text).toContain(words)
})

/** When a word is changed, raise the version and put the new digest here. */
const digests = {
  "4-5 child version 1": "db17957dd311",
  "4-5 parent version 1": "533d8393b949",
  "6-8 version 2": "cad0d5dcb59c",
  "9-12 version 2": "3bf771d697cb",
  "13-17 version 2": "6d3f60bdbde2",
  "easy-read 6-8 version 2": "ba39df4ddaa9",
  "easy-read 9-12 version 2": "668cd350a889",
}

test("the words of each version have not changed", () => {
  const digest = (notice: PrivacyInformation) =>
    createHash("sha256").update(JSON.stringify(notice)).digest("hex").slice(0, 12)
  expect(Object.fromEntries(notices.map((notice) => [notice.version, digest(notice)]))).toEqual(digests)
})
