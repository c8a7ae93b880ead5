/** The register holds all 45 findings, in order, in the document's own words, each with its default and who decides. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { commitments } from "../../../policy/dpia/commitments/commitments.ts"
import { headings } from "../../../policy/dpia/document/section.ts"
import { ambiguities } from "../../../policy/dpia/findings/ambiguity.ts"
import { contradictions } from "../../../policy/dpia/findings/contradiction.ts"
import { complete, deciders, findingKinds } from "../../../policy/dpia/findings/finding.ts"
import { blockingFindings, findingIds } from "../../../policy/dpia/findings/finding-id.ts"
import { findings, findingsById, misquoted } from "../../../policy/dpia/findings/findings.ts"
import { gaps } from "../../../policy/dpia/findings/gap.ts"
import { legalTexts } from "../../../policy/dpia/findings/legal-text.ts"
import { outOfDate } from "../../../policy/dpia/findings/out-of-date.ts"
import { documentOrSkip } from "../../support/policy/dpia/document.ts"

const root = join(import.meta.dirname, "../../..")
const quotes = findings.flatMap(({ id, quotes }) => quotes.map((quote) => ({ id, ...quote })))

/** A document of our own in which every finding can be read. */
const madeUp = headings
  .map((heading, index) => {
    const said = quotes.filter(({ section }) => section === index + 1)
    return `${heading}\n\n${said.map(({ words }) => `Here it says: ${words}.`).join("\n")}\n`
  })
  .join("\n")

const misquotedIn = (text: string) => misquoted(text).map(({ id }) => id)

test("the findings are F01 to F45, none missing, none twice and none out of order", () => {
  const expected = Array.from({ length: 45 }, (_, index) => `F${String(index + 1).padStart(2, "0")}`)
  expect(findings.map(({ id }) => id)).toEqual(expected)
  expect(findingIds).toEqual(expected)
  const files = [contradictions, ambiguities, gaps, outOfDate, legalTexts].flatMap((file) => Object.keys(file))
  expect(files.toSorted()).toEqual(expected)
})

test("one that is left out is missed by the compiler, and by the register", () => {
  const { F42, ...others } = findingsById
  // @ts-expect-error finding F42 is missing
  expect(Object.keys(complete(others))).toHaveLength(44)
  expect(F42.title).toContain("census")
})

test("the pressing findings are those that the DPO was given", () => {
  const of = (severity: string) => findings.filter((each) => each.severity === severity).map(({ id }) => id)
  expect(of("blocks opening")).toEqual(["F17", "F18", "F26"])
  expect(of("blocks opening")).toEqual(blockingFindings)
  expect(of("decide soon")).toEqual(["F08", "F09", "F10", "F11", "F12", "F20", "F22", "F23", "F34"])
  expect(of("note")).toHaveLength(33)
})

test("each kind is in the file of its kind, and each has some", () => {
  const files = [contradictions, ambiguities, gaps, outOfDate, legalTexts]
  files.forEach((file, index) => {
    expect([...new Set(Object.values(file).map(({ kind }) => kind))]).toEqual([findingKinds[index]])
  })
})

describe.for(findings)("$id, $title", (finding) => {
  test("says why it matters, what holds meanwhile and who decides, in whole sentences", () => {
    for (const said of [finding.matters, finding.meanwhile]) expect(said).toMatch(/^[“A-Z].*\.$/)
    expect(finding.title).not.toMatch(/\.$/)
    expect(deciders).toContain(finding.decider)
  })

  test("quotes the document in 15 words at most, or says where it looked", () => {
    if (finding.quotes.length === 0) expect(finding.lookedIn).toMatch(/\.$/)
    for (const { words } of finding.quotes) expect(words.split(/\s+/).length, words).toBeLessThanOrEqual(15)
  })

  test("names files and commitments that exist", () => {
    for (const file of finding.heldBy ?? []) expect(existsSync(join(root, file)), file).toBe(true)
    for (const id of finding.commitments ?? []) expect(commitments.map((each) => each.id)).toContain(id)
  })
})

test("in a made-up document with every quote, each is found", () => {
  expect(misquotedIn(madeUp)).toEqual([])
  expect(misquotedIn(madeUp.replaceAll(" ", "\n").replaceAll("children", "<u>children</u>"))).toEqual([])
  expect(misquotedIn("")).toEqual(findings.filter(({ quotes }) => quotes.length > 0).map(({ id }) => id))
})

test.for(quotes)("one word changed in a quote of $id is caught: $words", ({ id, section, words }) => {
  const [before, after] = [headings[section - 1] ?? "", words.replace(/\w+/, "otherwise")]
  const [start, end] = [madeUp.indexOf(before), madeUp.indexOf(headings[section] ?? "\u0000")]
  const own = madeUp.slice(start, end === -1 ? undefined : end)
  expect(misquotedIn(madeUp.replace(own, own.replaceAll(words, after)))).toContain(id)
})

test("every quote appears word for word in its section of the DPIA", (context) => {
  expect(misquotedIn(documentOrSkip(context))).toEqual([])
})

test("a finding of silence is true of the document", (context) => {
  const document = documentOrSkip(context).replace(/\s+/g, " ").toLowerCase()
  const unsaid = [
    "appropriate policy document",
    "article 10",
    "joint controller",
    "kept under review",
    "consultation responses reviewed",
    "erasure",
    "threshold",
    "backup",
  ]
  expect(unsaid.filter((words) => document.includes(words))).toEqual([])
  expect(document).toMatch(/if overruled, you must explain your .*reasons$/)
})
