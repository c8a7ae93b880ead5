/** Keeps a child's own words apart from the answers, scanned as they arrive, and held until they are clean. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { keptResponse } from "../../db/evidence/kept-response.ts"
import { banded } from "../../policy/banded.ts"
import { scanText } from "../../policy/cleaning/scan-text.ts"
import { seen } from "../../policy/facts/fact.ts"
import { noTexts } from "../../policy/facts/kept-texts.ts"
import type { Detection } from "../../policy/free-text/detector.ts"
import { check } from "../../policy/response/quality-flags.ts"
import { freeTextCleanedBeforeAnalysis } from "../../policy/rules/free-text-cleaned-before-analysis.ts"
import { unsealed } from "../support/kept-responses.ts"
import { factsWith } from "../support/policy/facts.ts"
import { admittedAndMatched } from "../support/policy/matched-response.ts"
import { code, offences, uncommented } from "../support/sources.ts"

const tags = ["free-text-cleaned-before-analysis"] as const
const words = "I am Jo Canary and I want more trees near Hill Lane"

describe("is kept apart", { tags: [...tags] }, () => {
  it.effect("the words of a child, wherever a form takes them", () =>
    Effect.gen(function* () {
      const answers = {
        "life-change": { text: words },
        setting: { other: "a boat of Jo Canary" },
        support: ["mentor", { other: "Jo" }],
      }
      const matched = yield* admittedAndMatched("9-12", answers)
      const kept = keptResponse(new Uint8Array(16), check(unsealed(matched, "2027-05-20")))
      assert.notMatch(JSON.stringify(kept.response), /Canary|boat|Jo/)
      assert.sameMembers(
        kept.words.map(({ words }) => words),
        [words, "a boat of Jo Canary", "Jo"],
      )
    }),
  )

  it("and only the arrival of answers, their scan, their backup, the removal of a day with its rewriting, and what counts them know where it is kept", () => {
    const knowing = offences(code, ({ text }) =>
      /"(?:quarantine|scanned_text|cleaned_text)"|\bfrom (?:quarantine|scanned_text|cleaned_text)\b/.test(
        uncommented(text),
      )
        ? ["knows"]
        : [],
    )
    const outside = knowing.filter(
      (each) =>
        !/^(db\/evidence\/(arrivals|migrations|remove-answers|released-texts|reviews|rewrite-tables|schema|texts)|db\/inspection\/kept-(words|texts)\.ts|db\/residue\/sealed-columns\.ts|policy\/dpia\/assets\/)/.test(
          each,
        ),
    )
    assert.deepStrictEqual(outside, [])
    assert.isNotEmpty(knowing)
  })
})

const found = (detection: Partial<Detection>) => ({
  version: 1,
  detect: (text: string): Detection => ({
    ...{ decision: "clean", spans: [], cleaned: text, because: [], concerns: [] },
    ...detection,
  }),
})

describe("a scan", { tags: [...tags] }, () => {
  it("holds what a detector that throws was given, and keeps none of it", () => {
    const throwing = {
      version: 1,
      detect: (): Detection => {
        throw new Error(words)
      },
    }
    assert.deepInclude(scanText(throwing, words), { state: "held", because: ["error"], risk: 2, cleaned: null })
  })

  it("holds a clean text in which a child may be in danger, in the top band", () => {
    const { state, because, risk } = scanText(found({ concerns: ["abuse"] }), words)
    assert.deepStrictEqual({ state, because, risk }, { state: "held", because: ["concern"], risk: 3 })
  })

  it("is clean only where the detector is sure, and keeps its placeholders", () => {
    assert.deepInclude(scanText(found({ cleaned: "I am [name 1]" }), words), {
      state: "clean",
      cleaned: "I am [name 1]",
    })
    assert.deepInclude(scanText(found({ decision: "held", because: ["uncertain"] }), words), { state: "held", risk: 1 })
    assert.deepInclude(scanText(found({ because: ["indirect"] }), words), { state: "held", risk: 3 })
  })
})

describe("audit", { tags: [...tags] }, () => {
  const audited = (faults: readonly string[]) =>
    freeTextCleanedBeforeAnalysis.audit(factsWith({ texts: seen({ ...noTexts, held: banded(40), faults }) }))

  it("is upheld while everything waits, with the state of the texts in bands", () => {
    const verdict = audited([])
    assert.strictEqual(verdict.status, "upheld")
    assert.match(
      JSON.stringify(verdict),
      /40 to 49 held for a person.*released: none.*unknown until two people have coded/,
    )
  })

  it("is broken by a released text that the ledger does not have", () => {
    assert.strictEqual(
      audited(["the released texts of 2027-05-20 are not as the ledger records them"]).status,
      "broken",
    )
  })
})
