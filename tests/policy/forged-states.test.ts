/** Shows that a copy of a state, cast to the state's type, gets no further: no transition takes what no transition made. */
import { assert, describe, expect, it } from "@effect/vitest"
import { Cause, Effect, Exit } from "effect"
import { closeCollection } from "../../policy/custody/close-collection.ts"
import {
  closeByClock,
  closeEarly,
  closeRehearsal,
  foundOpen,
  notOpen,
  openCollection,
} from "../../policy/custody/collection.ts"
import { certifyDeletion, takeExtract } from "../../policy/custody/extract.ts"
import { destroy, destroyOverdue, extend, retain } from "../../policy/custody/retention.ts"
import { ForgedState } from "../../policy/custody/state.ts"
import { unlock } from "../../policy/custody/unlock.ts"
import { makerOf, type Unforgeable } from "../../policy/unforgeable.ts"
import { asking, at, due, emptied, everyone, goneOf, opened, overdue, reasons } from "../support/policy/custody.ts"
import { day, digest, granted } from "../support/policy/team.ts"

const forge = <State extends object>(state: State): State => ({ ...state })

const isForgery = (exit: Exit.Exit<unknown, unknown>): boolean =>
  Exit.isFailure(exit) && Cause.squash(exit.cause) instanceof ForgedState

describe("a transition dies on a copy of the state before it", () => {
  it.effect("of a collection", () =>
    Effect.gen(function* () {
      const open = forge((yield* opened).state)
      yield* at("2027-04-20")
      const unopened = forge(notOpen())
      const supervisor = yield* granted("close-collection", "director-of-evidence")
      const processor = yield* granted("take-extract", "processor")
      const draft = { ...asking, expiresOn: "2027-04-21" } as const
      for (const exit of [
        yield* Effect.exit(openCollection(unopened)),
        yield* Effect.exit(foundOpen(unopened, day("2027-04-20"))),
        yield* Effect.exit(closeEarly(supervisor, open)),
        yield* Effect.exit(closeRehearsal("rehearsal", open)),
        yield* Effect.exit(takeExtract(processor, open, draft)),
      ])
        assert.isTrue(isForgery(exit))
      const closing = forge((yield* closeRehearsal("rehearsal", (yield* opened).state)).state)
      assert.isTrue(isForgery(yield* Effect.exit(closeCollection(closing, [], yield* emptied))))
      yield* at("2027-05-20")
      assert.isTrue(isForgery(yield* Effect.exit(closeByClock(open))))
    }).pipe(Effect.provide(everyone("2027-04-20"))),
  )

  it.effect("of an extract, and close counts the copy of a certified one as not certified", () =>
    Effect.gen(function* () {
      const { state: open } = yield* opened
      yield* at("2027-04-26")
      const processor = yield* granted("take-extract", "processor")
      const taken = yield* takeExtract(processor, open, { ...asking, expiresOn: "2027-04-26" })
      const supervisor = yield* granted("certify-extract-deletion", "director-of-evidence")
      const deletion = { deletedOn: "2027-04-26", attestation: digest("attestation") }
      assert.isTrue(isForgery(yield* Effect.exit(certifyDeletion(supervisor, forge(taken.state), deletion))))
      const { state: certified } = yield* certifyDeletion(supervisor, taken.state, deletion)
      const { state: closing } = yield* closeRehearsal("rehearsal", taken.collection)
      const refusal = yield* Effect.flip(closeCollection(closing, [forge(certified)], yield* emptied))
      assert.strictEqual(refusal._tag, "ExtractStillOpen")
    }).pipe(Effect.provide(everyone("2027-04-26"))),
  )

  it.effect("of a day's retention, and nothing is unlocked by it", () =>
    Effect.gen(function* () {
      const of = day("2027-04-20")
      yield* at("2029-04-20")
      const [one, other] = [
        yield* granted("destroy-data", "head-of-data-science"),
        yield* granted("destroy-data", "director-of-evidence"),
      ]
      const extending = yield* granted("extend-retention", "director-of-evidence")
      const confirming = yield* granted("extend-retention", "head-of-data-science")
      const reading = yield* granted("read-responses", "evidence-team")
      const erased = yield* goneOf(of)
      for (const exit of [
        yield* Effect.exit(extend(extending, confirming, forge(due(of)), { ...reasons, until: "2030-04-20" })),
        yield* Effect.exit(destroy(one, other, forge(due(of)), erased)),
        yield* Effect.exit(destroyOverdue(forge(overdue(of)), erased)),
        yield* Effect.exit(unlock(reading, forge(retain(of)))),
      ])
        assert.isTrue(isForgery(exit))
    }).pipe(Effect.provide(everyone("2029-04-20"))),
  )
})

describe("a value that only its maker can make", () => {
  const mark: unique symbol = Symbol("proof")
  const anotherMark: unique symbol = Symbol("another proof")
  interface Proof extends Unforgeable<typeof mark, "collection-window"> {
    readonly of: string
  }
  interface AnotherProof extends Unforgeable<typeof anotherMark, "collection-window"> {
    readonly of: string
  }
  const { make, isOne } = makerOf<Proof>(mark, "collection-window")
  const proof = make<Proof>({ of: "a" })

  it("is known as one, is frozen, and shows its fields and nothing else", () => {
    expect(isOne(proof)).toBe(true)
    expect(Object.isFrozen(proof)).toBe(true)
    expect(JSON.stringify(proof)).toBe('{"of":"a"}')
  })

  it("is not a spread copy, an object with its prototype, a value read back from text, or one of another kind", () => {
    const imitations: readonly object[] = [
      { ...proof },
      Object.assign(Object.create(Object.getPrototypeOf(proof)), { of: "a" }),
      structuredClone(proof),
      JSON.parse(JSON.stringify(proof)),
      makerOf<AnotherProof>(anotherMark, "collection-window").make<AnotherProof>({ of: "a" }),
    ]
    expect(imitations.filter(isOne)).toEqual([])
  })
})
