/** After the match there is no postcode: not in what is kept, not in memory of ours, and not in any error. */
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import { GeographyLookup } from "../../db/geography/lookup.ts"
import { match } from "../../db/geography/match.ts"
import { registersLayer } from "../../db/geography/registers.ts"
import { admit } from "../../policy/admit.ts"
import { Tally } from "../../policy/evidence/decision-record.ts"
import { LastScan } from "../../policy/evidence/last-scan.ts"
import { PlacesMatched } from "../../policy/evidence/places-matched.ts"
import { StoredColumns } from "../../policy/evidence/stored-columns.ts"
import { homePostcode } from "../../policy/postcode.ts"
import { banded } from "../../policy/report/banded.ts"
import { postcodeDestroyedAfterMatching } from "../../policy/rules/postcode-destroyed-after-matching.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { formOf } from "../../surveys/forms.ts"
import { day } from "./team.ts"

const tags = ["postcode-destroyed-after-matching"] as const
const door = Layer.mergeAll(Layer.succeed(CollectionWindow, "always"), registersLayer, GeographyLookup.layer)

describe("does not compile", { tags: [...tags] }, () => {
  it("a matched response or a row that could carry it on", () => {
    const fixtures = readdirSync(join(import.meta.dirname, "..", "refused"))
    assert.isAtLeast(fixtures.filter((file) => file.startsWith("postcode-destroyed-after-matching.")).length, 3)
  })
})

describe("is gone", { tags: [...tags] }, () => {
  it("from every way of printing it, before the match already", () => {
    const postcode = homePostcode("ZZ1 1AA")
    for (const printed of [String(postcode), JSON.stringify({ postcode }), `${postcode}`, postcode.toString()])
      assert.notInclude(printed, "ZZ1")
  })

  it.effect("from memory of ours, matched or not", () =>
    Effect.gen(function* () {
      for (const written of ["ZZ1 1AB", "canary lane 7"]) {
        const admitted = yield* admit(formOf("13-17"), {
          setting: "with-parents",
          "home-postcode": { postcode: written },
        })
        const { postcode } = admitted
        if (!Redacted.isRedacted(postcode)) return assert.fail("the postcode was not set apart")
        const bytes = Redacted.value(postcode)
        assert.isAbove(bytes.length, 0)
        const matched = yield* match(admitted)
        assert.isTrue(bytes.every((byte) => byte === 0))
        assert.throws(() => Redacted.value(postcode))
        assert.notInclude(JSON.stringify(matched).toLowerCase(), written.toLowerCase().slice(0, 3))
      }
    }).pipe(Effect.provide(door)),
  )
})

describe("audit", { tags: [...tags] }, () => {
  const verdict = (...columns: readonly string[]) =>
    Effect.provideService(
      postcodeDestroyedAfterMatching.audit,
      StoredColumns,
      columns.map((column) => ({ store: "collection" as const, table: "response", column })),
    )

  const scanned = (traces: number) =>
    Layer.merge(
      Layer.succeed(LastScan, { on: day("2027-05-20"), files: Tally.make(12), traces: Tally.make(traces) }),
      Layer.succeed(PlacesMatched, { matched: banded(5_210), unmatched: banded(4) }),
    )

  it.effect("is not checked without a scan of every byte, and says what was looked at", () =>
    Effect.gen(function* () {
      assert.include(JSON.stringify(yield* postcodeDestroyedAfterMatching.audit), "no store is open here")
      const seen = yield* verdict("key", "day", "form", "ciphertext")
      assert.strictEqual(seen.status, "not checked")
      assert.include(JSON.stringify(seen), "no column of the stores has room")
    }),
  )

  it.effect("is upheld by a scan that found nothing, with what was matched in bands", () =>
    Effect.gen(function* () {
      const seen = yield* verdict("key", "day").pipe(Effect.provide(scanned(0)))
      assert.strictEqual(seen.status, "upheld")
      assert.include(JSON.stringify(seen), "2027-05-20")
      assert.include(JSON.stringify(seen), "matched: 5,200 to 5,299, not matched: fewer than 10")
    }),
  )

  it.effect("is broken by a scan that found anything", () =>
    Effect.gen(function* () {
      const seen = yield* verdict("key", "day").pipe(Effect.provide(scanned(1)))
      assert.strictEqual(seen.status, "broken")
    }),
  )

  it.effect.each(["home_postcode", "postcode", "Postcode_Given"])("is broken already by a column %s", (column) =>
    Effect.gen(function* () {
      const broken = yield* verdict("key", column)
      assert.strictEqual(broken.status, "broken")
      assert.include(JSON.stringify(broken), `collection.response.${column}`)
    }),
  )
})
