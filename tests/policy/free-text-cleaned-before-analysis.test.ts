/** Raw words become clean only past a detector and an entitled person, once, and are then destroyed. */
import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { release, Scanned } from "../../policy/free-text/clean.ts"
import { RawText, type Span } from "../../policy/free-text/raw-text.ts"
import { freeTextCleanedBeforeAnalysis, toCode } from "../../policy/rules/free-text-cleaned-before-analysis.ts"
import { breachesOf } from "./fixtures.ts"
import { granted, midday, wholeTeam, within } from "./team.ts"

const tags = ["free-text-cleaned-before-analysis"] as const
const on = "2027-05-20"
const people = within("always", wholeTeam("2027-05-01"))
const words = "I am Jo Canary and I want more trees near Hill Lane"
const spans: readonly Span[] = [
  { from: 5, to: 14, as: "name" },
  { from: 42, to: 51, as: "place" },
]
const scannedText = () => Scanned.by("detector 1", new RawText(words), spans)

describe("does not compile", { tags: [...tags] }, () => {
  it("coding what is raw, only scanned, or a plain string", () => {
    assert.sameMembers([...breachesOf("free-text-cleaned-before-analysis")], ["raw", "scanned-only", "plain-text"])
  })
})

describe("is refused", { tags: [...tags] }, () => {
  it("every way of reading raw words without cleaning them", () => {
    const raw = new RawText(words)
    for (const printed of [
      String(raw),
      JSON.stringify(raw),
      inspect(raw, { showHidden: true }),
      JSON.stringify({ ...raw }),
    ])
      assert.notInclude(printed, "Canary")
  })

  it.effect("a release without a detector", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(midday(on))
      const reviewer = yield* granted("review-free-text", "evidence-team")
      const refusal = yield* Effect.flip(release(Scanned.by(" ", new RawText(words), []), reviewer, []))
      assert.strictEqual(refusal._tag, "RuleViolation")
    }).pipe(Effect.provide(people)),
  )

  it.effect("a reviewer whose training has run out since", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(midday(on))
      const reviewer = yield* granted("review-free-text", "evidence-team")
      yield* TestClock.setTime(midday("2028-05-20"))
      const scanned = scannedText()
      assert.strictEqual((yield* Effect.flip(release(scanned, reviewer, spans)))._tag, "NotGranted")
      assert.isFalse(scanned.raw.isDestroyed)
    }).pipe(Effect.provide(people)),
  )

  it.effect("a second release of words that are destroyed", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(midday(on))
      const reviewer = yield* granted("review-free-text", "evidence-team")
      const scanned = scannedText()
      yield* release(scanned, reviewer, spans)
      assert.strictEqual((yield* Effect.flip(release(scanned, reviewer, spans)))._tag, "RuleViolation")
    }).pipe(Effect.provide(people)),
  )
})

describe("is released", { tags: [...tags] }, () => {
  it.effect("with what was taken out named and gone, and the raw words destroyed", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(midday(on))
      const scanned = scannedText()
      const cleaned = yield* release(scanned, yield* granted("review-free-text", "evidence-team"), spans)
      assert.deepStrictEqual<unknown>(toCode([cleaned]), [
        {
          text: "I am [name] and I want more trees near [place]",
          detector: "detector 1",
          reviewedOn: on,
          removed: ["name", "place"],
        },
      ])
      assert.isTrue(scanned.raw.isDestroyed)
      assert.isUndefined(scanned.raw.without([]))
    }).pipe(Effect.provide(people)),
  )
})

describe("audit", { tags: [...tags] }, () => {
  it.effect("is not checked while no free text is cleaned here", () =>
    Effect.map(freeTextCleanedBeforeAnalysis.audit, ({ status }) => assert.strictEqual(status, "not checked")),
  )
})
