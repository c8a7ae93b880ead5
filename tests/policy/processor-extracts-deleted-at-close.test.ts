/** No copy without reason, end and digest, none with a postcode or free text, and no close while one exists. */
import { assert, describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { grant } from "../../policy/capability/capability.ts"
import { daysAfter } from "../../policy/civil-day.ts"
import { closeCollection } from "../../policy/custody/close-collection.ts"
import { type Collection, type CollectionState, closeEarly } from "../../policy/custody/collection.ts"
import { certifyDeletion, type ExtractState, restoreExtract, takeExtract } from "../../policy/custody/extract.ts"
import { extractCategories } from "../../policy/custody/extract-draft.ts"
import { dataCategories } from "../../policy/data/category.ts"
import { processorExtractsDeletedAtClose } from "../../policy/rules/processor-extracts-deleted-at-close.ts"
import { asking, at, collectionFacts, emptied, everyone, opened, window } from "../support/policy/custody.ts"
import { show } from "../support/policy/examples.ts"
import { nothingSeen } from "../support/policy/facts.ts"
import { breachesOf } from "../support/policy/fixtures.ts"
import { day, digest, granted, memberOf, personOf, within } from "../support/policy/team.ts"

const tags = ["processor-extracts-deleted-at-close" as const]
const on = "2027-04-26"

const taking = (collection: Collection<"open">, expiresOn: string, fields = asking.fields as readonly "age"[]) =>
  Effect.gen(function* () {
    const capability = yield* granted("take-extract", "processor")
    return yield* takeExtract(capability, collection, { ...asking, fields, expiresOn })
  })

const certifying = (extract: Extract<ExtractState, { state: "taken" }>, deletedOn: string) =>
  Effect.gen(function* () {
    const capability = yield* granted("certify-extract-deletion", "director-of-evidence")
    return yield* certifyDeletion(capability, extract, { deletedOn, attestation: digest("attestation") })
  })

describe("does not compile", { tags }, () => {
  it("without reason or end, with free text or postcode, certified twice, or declared certified", () => {
    expect(breachesOf("processor-extracts-deleted-at-close")).toEqual(
      expect.arrayContaining([
        "no-reason",
        "empty-reason",
        "no-end",
        "free-text",
        "postcode",
        "every-category",
        "certified-twice",
        "uncertified-copy",
      ]),
    )
  })

  it("every category but free text and the postcode can be asked for", () => {
    expect(dataCategories.filter((category) => !extractCategories.some((each) => each === category))).toEqual([
      "free-text",
      "home-postcode",
    ])
  })
})

describe("is refused", { tags }, () => {
  const dates = ["2027-04-25", "2027-05-04", "2027-02-30", "soon", ""] as const
  it.effect.each(dates)("a copy that is to end on %j", (expiresOn) =>
    Effect.gen(function* () {
      const { state } = yield* opened
      yield* at(on)
      const refusal = yield* Effect.flip(taking(state, expiresOn))
      assert.deepInclude(refusal, { _tag: "RuleViolation", rule: "processor-extracts-deleted-at-close" })
    }).pipe(Effect.provide(everyone(on))),
  )

  it.effect.each([["free-text"], ["home-postcode"], ["age", "age"], [], ["name"]])(
    "fields that got past the compiler: %j",
    (...fields) =>
      Effect.gen(function* () {
        const { state } = yield* opened
        yield* at(on)
        const refusal = yield* Effect.flip(taking(state, on, fields as unknown as readonly "age"[]))
        assert.strictEqual(refusal._tag, "RuleViolation")
      }).pipe(Effect.provide(everyone(on))),
  )

  it.effect("anyone but the processor, and the processor once the window has ended", () =>
    Effect.gen(function* () {
      const { state } = yield* opened
      yield* at(on)
      const capability = yield* granted("take-extract", "processor")
      yield* at("2027-05-20")
      const draft = { ...asking, expiresOn: "2027-05-20" }
      assert.deepInclude(yield* Effect.flip(takeExtract(capability, state, draft)), { because: "collection-closed" })
      const team = yield* Effect.flip(granted("take-extract", "evidence-team"))
      assert.strictEqual(team.because, "not-for-this-role")
    }).pipe(Effect.provide(everyone(on))),
  )

  it.effect("a deletion before the copy was taken, in days to come, or without an attestation", () =>
    Effect.gen(function* () {
      const { state: open } = yield* opened
      yield* at(on)
      const { state } = yield* taking(open, "2027-04-30")
      for (const deletedOn of ["2027-04-25", "2027-04-27", "2027-04-31"])
        assert.strictEqual((yield* Effect.flip(certifying(state, deletedOn)))._tag, "RuleViolation")
      const capability = yield* granted("certify-extract-deletion", "director-of-evidence")
      const unattested = certifyDeletion(capability, state, { deletedOn: on, attestation: "done" })
      assert.strictEqual((yield* Effect.flip(unattested))._tag, "RuleViolation")
    }).pipe(Effect.provide(everyone(on))),
  )

  it.effect("closing while a copy exists, even when it is left out of the list", () =>
    Effect.gen(function* () {
      const { state: open } = yield* opened
      yield* at(on)
      const first = yield* taking(open, "2027-04-30")
      const second = yield* taking(first.collection, "2027-04-30")
      const { state: certified } = yield* certifying(first.state, on)
      const supervisor = yield* granted("close-collection", "director-of-evidence")
      const { state: closing } = yield* closeEarly(supervisor, second.collection)
      const empty = yield* emptied
      for (const shown of [[], [certified], [certified, second.state], [first.state, second.state]]) {
        const refusal = yield* Effect.flip(closeCollection(closing, shown, empty))
        if (refusal._tag !== "ExtractStillOpen") return assert.fail("it closed")
        assert.include(refusal.extracts, second.state.facts.id)
      }
      const last = yield* certifying(second.state, on)
      assert.strictEqual((yield* closeCollection(closing, [certified, last.state], empty)).state.state, "closed")
    }).pipe(Effect.provide(everyone(on))),
  )
})

describe("is let through", { tags }, () => {
  it.effect("a copy with its reason, recorded without its words or the person who took it", () =>
    Effect.gen(function* () {
      const { state: open } = yield* opened
      yield* at(on)
      const { state, record, collection } = yield* taking(open, daysAfter(day(on), 7))
      assert.deepStrictEqual(collection.facts.extracts, [state.facts.id])
      assert.notInclude(JSON.stringify(record), "tablet")
      assert.notInclude(JSON.stringify(record), state.facts.person)
      const again = yield* taking(collection, on)
      assert.notStrictEqual(again.state.facts.id, state.facts.id, "two copies of the same rows are two")
    }).pipe(Effect.provide(everyone(on))),
  )

  it.effect("a state read back from a store as it was kept, and none with a field more or a fact less", () =>
    Effect.gen(function* () {
      const { state: open } = yield* opened
      yield* at(on)
      const { state } = yield* taking(open, on)
      const { state: certified } = yield* certifying(state, on)
      for (const each of [state, certified]) {
        const read = yield* restoreExtract(JSON.parse(JSON.stringify(each)))
        assert.deepStrictEqual(read, each)
        yield* Effect.flip(restoreExtract({ ...each, more: 1 }))
        yield* Effect.flip(restoreExtract({ ...each, facts: { ...each.facts, fields: ["free-text"] } }))
        yield* Effect.flip(restoreExtract({ ...each, facts: { ...each.facts, reason: " " } }))
      }
      yield* Effect.flip(restoreExtract({ state: "deletion-certified", facts: state.facts }))
      const early = { expiresOn: "2027-04-25" }
      for (const each of [state, certified]) {
        yield* Effect.flip(restoreExtract({ ...each, facts: { ...each.facts, ...early } }))
        assert.isTrue(Object.isFrozen(each))
      }
      yield* Effect.flip(restoreExtract({ ...certified, facts: { ...certified.facts, deletedOn: "2027-04-25" } }))
    }).pipe(Effect.provide(everyone(on))),
  )

  it.effect("a deletion certified by the person who took the copy", () =>
    Effect.gen(function* () {
      const { state: open } = yield* opened
      yield* at(on)
      const { state } = yield* taking(open, "2027-04-30")
      // One who took it as the processor, and has since come over to the Commissioner's side.
      const moved = [memberOf("director-of-evidence", { person: personOf("processor"), trainedOn: day(on) })]
      const capability = yield* Effect.provide(
        grant("certify-extract-deletion", personOf("processor")),
        within(window, moved),
      )
      const refusal = yield* Effect.flip(
        Effect.provide(
          certifyDeletion(capability, state, { deletedOn: on, attestation: digest("attestation") }),
          within(window, moved),
        ),
      )
      assert.deepInclude(refusal, { _tag: "RuleViolation", rule: "processor-extracts-deleted-at-close" })
    }).pipe(Effect.provide(everyone(on))),
  )
})

describe("audit", { tags }, () => {
  const verdict = (collection: CollectionState, extracts: readonly ExtractState[]) =>
    Effect.map(collectionFacts(collection, extracts), processorExtractsDeletedAtClose.audit)

  it.effect("not checked where no record of extracts is open; upheld where none was taken", () =>
    Effect.gen(function* () {
      assert.strictEqual(processorExtractsDeletedAtClose.audit(nothingSeen).status, "not checked")
      assert.strictEqual((yield* verdict((yield* opened).state, [])).status, "upheld")
    }),
  )

  it.effect("upheld to the last day of a copy, broken on the next, upheld again when its deletion is certified", () =>
    Effect.gen(function* () {
      const { state: open } = yield* opened
      yield* at(on)
      const { state, collection } = yield* taking(open, "2027-04-28")
      yield* at("2027-04-28")
      assert.strictEqual((yield* verdict(collection, [state])).status, "upheld")
      yield* at("2027-04-29")
      const late = yield* verdict(collection, [state])
      assert.strictEqual(late.status, "broken")
      assert.include(JSON.stringify(late), state.facts.id.slice(0, 8))
      const { state: certified } = yield* certifying(state, "2027-04-28")
      assert.strictEqual((yield* verdict(collection, [certified])).status, "upheld")
    }).pipe(Effect.provide(everyone(on))),
  )

  it.effect("broken by a copy that exists after close", () =>
    Effect.gen(function* () {
      const { state: open } = yield* opened
      yield* at(on)
      const { state } = yield* taking(open, "2027-04-30")
      const { state: closing } = yield* closeEarly(yield* granted("close-collection", "head-of-data-science"), open)
      const { state: closed } = yield* closeCollection(closing, [], yield* emptied)
      assert.strictEqual((yield* verdict(closed, [state])).status, "broken")
    }).pipe(Effect.provide(everyone(on))),
  )

  it("counterexamples", () => {
    expect(show(processorExtractsDeletedAtClose.examples).wrong).toEqual([])
    expect(window.closes > on).toBe(true)
  })
})
