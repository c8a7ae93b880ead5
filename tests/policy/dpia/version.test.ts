/** A changed word is caught and its promise named; changed white space is not a change of promise. */
import { describe, expect, test } from "vitest"
import { commitments } from "../../../policy/dpia/commitments/commitments.ts"
import { headings } from "../../../policy/dpia/document/section.ts"
import { dpiaVersion } from "../../../policy/dpia/document/version.ts"
import { verifyQuotes } from "../../../policy/dpia/verify.ts"
import { documentOrSkip } from "../../support/policy/dpia/document.ts"
import { madeUpDocument } from "../../support/policy/dpia/made-up-document.ts"

const missingFrom = (text: string) => verifyQuotes(text).missing.map(({ id }) => id)

test("a made-up document with every promise has them all, and is not the DPIA's version", () => {
  expect(missingFrom(madeUpDocument)).toEqual([])
  expect(verifyQuotes(madeUpDocument).sameVersion).toBe(false)
})

describe("one word changed in a promise is caught, and the promise is named", () => {
  test.for(commitments)("$id", ({ id, section, quote }) => {
    const [before, after] = [headings[section - 1] ?? "", quote.replace(/\w+/, "otherwise")]
    const [start, end] = [madeUpDocument.indexOf(before), madeUpDocument.indexOf(headings[section] ?? "\u0000")]
    const own = madeUpDocument.slice(start, end === -1 ? undefined : end)
    expect(missingFrom(madeUpDocument.replace(own, own.replaceAll(quote, after)))).toContain(id)
  })
})

test("a promise made in two sections must still stand in its own", () => {
  const promise = "securely destroyed in line with the CCO Data Protection Policy"
  const twice = madeUpDocument.replace(headings[3] ?? "", `${headings[3]}\n${promise}`)
  expect(missingFrom(twice.replace(promise, "kept"))).toEqual(["C070"])
})

test.for([
  ["line breaks for spaces", (text: string) => text.replaceAll(" ", "\n")],
  ["one long line", (text: string) => text.replaceAll("\n", " ")],
  ["tabs, non-breaking spaces and Windows line ends", (text: string) => text.replaceAll(" ", "\t\u00a0\r\n")],
  ["underlining", (text: string) => text.replaceAll("children", "<u>children</u>")],
] as const)("%s change no promise, but are another version", ([, respace]) => {
  expect(verifyQuotes(respace(madeUpDocument))).toMatchObject({ missing: [], sameVersion: false })
})

test("where a heading has gone, its promises are still found", () => {
  for (const heading of headings) expect(missingFrom(madeUpDocument.replace(heading, ""))).toEqual([])
})

test("a list of contents before the document hides no promise", () => {
  expect(missingFrom(`${headings.join("\n")}\n${madeUpDocument}`)).toEqual([])
})

test("an empty document makes no promise at all", () => {
  expect(missingFrom("")).toHaveLength(commitments.length)
})

test("the DPIA itself: its version is known, and white space changes no promise of it", (context) => {
  const document = documentOrSkip(context)
  expect(verifyQuotes(document).version).toBe(dpiaVersion)
  expect(verifyQuotes(document.replaceAll(" ", "  \n"))).toMatchObject({ missing: [], sameVersion: false })
})

test("the DPIA itself: one word changed in any of its promises is caught, and the promise is named", (context) => {
  const document = documentOrSkip(context)
    .replace(/<\/?u>/g, "")
    .replace(/\s+/g, " ")
  for (const { id, quote } of commitments) {
    expect(missingFrom(document.replaceAll(quote, quote.replace(/\w+/, "otherwise")))).toContain(id)
  }
})
