/** Holds each state to the one file that makes it: no other casts to it, unwraps it or closes it. */
import { describe, expect, test } from "vitest"
import { code, uncommented } from "../support/sources.ts"

describe("makers", () => {
  const makers: Readonly<Record<string, string>> = {
    Admitted: "policy/response/admit.ts",
    Matched: "db/geography/match.ts",
    Sealed: "db/collection/seal.ts",
    Unsealed: "policy/response/reopen.ts",
    Checked: "policy/response/quality-flags.ts",
    Released: "policy/release/release.ts",
    ScannedText: "policy/cleaning/scan-text.ts",
    Cleaned: "policy/cleaning/cleaned.ts",
    DayWithin: "policy/window.ts",
    Day: "policy/civil-day.ts",
    Digest: "policy/record/digest.ts",
    Banded: "policy/banded.ts",
  }
  /** And the names by which a custody state or a capability is called. */
  const states = [
    ...["Admitted", "Matched", "Sealed", "Unsealed", "Checked", "Released", "Destroyed", "Stage"],
    ...["ScannedText", "ReviewedText", "Cleaned"],
    ...["Capability", "Checker", "Collection", "CollectionState", "Closing", "Retention", "RetentionState"],
    ...["ProcessorExtract", "ExtractState", "Emptied", "Erased", "Unlocked", "Scanned", "Receipt", "RegisterMatches"],
    ...["DayWithin", "Day", "Digest", "PersonId", "Tally", "Banded", "HomePostcode"],
  ]

  /** Removes comments, words in quotes and the lines of imports. */
  const bare = (text: string): string =>
    uncommented(text)
      .replaceAll(/"(?:[^"\\\n]|\\.)*"/g, '""')
      .replaceAll(/^(?:import|export)\b[^"]*?from ""$/gm, "")

  /** As it is, in a list, in a promise, as what a function gives back, or as what a guard says of a value. */
  const casts = (state: string, text: string): boolean =>
    new RegExp(`(?:\\bas\\s+|\\)\\s*:\\s*\\w+\\s+is\\s+)[^;,()=\\n]*?\\b${state}\\b`).test(bare(text))

  test.each(states)("%s is cast only where it is made", (state) => {
    const casting = code.filter(({ text }) => casts(state, text)).map(({ file }) => file)
    expect(casting).toEqual(makers[state] === undefined ? [] : [makers[state]])
  })

  test("a cast is found however it is written", () => {
    const written = [
      "x as Admitted",
      "x as unknown as Admitted",
      "x as readonly Admitted[]",
      "x as Promise<Admitted>",
      "x as { readonly held: Admitted }",
      "x as Matched | Admitted",
      "const isOne = (x: object): x is Admitted => true",
    ]
    expect(written.filter((text) => !casts("Admitted", text))).toEqual([])
    const innocent = [
      "// x as Admitted",
      'say("x as Admitted")',
      "x as const\nconst y: Admitted = z",
      "x as AdmittedOn",
    ]
    expect(innocent.filter((text) => casts("Admitted", text))).toEqual([])
  })

  test("nothing is cast to what passes for everything, save what no state can be", () => {
    const casting = code.filter(({ text }) => /\bas (?:never|typeof|Parameters|ReturnType)\b/.test(bare(text)))
    expect(casting.map(({ file }) => file)).toEqual(["policy/rules/forms-match-the-dpia.ts", "src/server/web.ts"])
  })

  test("the home postcode is unwrapped in one place", () => {
    const unwrapping = code.filter(({ text }) => /Redacted\.value\(/.test(text)).map(({ file }) => file)
    expect(unwrapping).toEqual(["db/geography/match.ts"])
    const knowing = code.filter(({ text }) => /\bRedacted\b/.test(text)).map(({ file }) => file)
    expect(knowing).toEqual(["db/geography/match.ts", "policy/response/postcode.ts"])
  })

  test("a collection is marked as closed in one place, which has checked every extract", () => {
    const closing = code.filter(({ text }) => /\benterClosed\b/.test(uncommented(text))).map(({ file }) => file)
    expect(closing).toEqual(["policy/custody/close-collection.ts", "policy/custody/collection.ts"])
  })

  test("a postcode is matched in one place", () => {
    const matching = code.filter(({ imports }) => imports.some(({ from }) => from === makers["Matched"]))
    expect(matching.map(({ file }) => file)).toEqual(["src/server/submit.ts"])
  })
})
