/** After the match there is no postcode in a stored row, in our memory or in an error. */
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import { GeographyLookup } from "../../db/geography/lookup.ts"
import { match } from "../../db/geography/match.ts"
import { registersLayer } from "../../db/geography/registers.ts"
import { banded } from "../../policy/banded.ts"
import { seen, unseen } from "../../policy/facts/fact.ts"
import type { Facts } from "../../policy/facts/facts.ts"
import type { StoreScan } from "../../policy/record/residue-scan.ts"
import { admit } from "../../policy/response/admit.ts"
import { homePostcode } from "../../policy/response/postcode.ts"
import { postcodeDestroyedAfterMatching } from "../../policy/rules/postcode-destroyed-after-matching.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { formOf } from "../../surveys/forms.ts"
import { factsWith } from "../support/policy/facts.ts"
import { day } from "../support/policy/team.ts"

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
  const columnsNamed = (...columns: readonly string[]): Pick<Facts, "columns"> => ({
    columns: seen(columns.map((column) => ({ store: "collection" as const, table: "response", column }))),
  })

  const store: StoreScan = {
    ...{ store: "evidence", how: "every byte and row", files: 2, traces: 0 },
    ...{ freeText: 0, unread: 0, words: 7, postcodes: "England" },
  }
  const scanned = (traces: number, change: Partial<StoreScan> = {}): Pick<Facts, "residueScan" | "places"> => ({
    residueScan: seen({ on: day("2027-05-20"), traces, stores: [{ ...store, ...change }] }),
    places: seen({ matched: banded(5_210), unmatched: banded(4) }),
  })

  const verdict = (facts: Partial<Facts>) =>
    postcodeDestroyedAfterMatching.audit(factsWith({ today: seen(day("2027-05-21")), ...facts }))

  it("is not checked without a scan of every byte, and says what was looked at", () => {
    const residueScan = unseen("no scan is recorded")
    assert.deepStrictEqual(verdict({ columns: unseen("there is no store here"), residueScan }), {
      status: "not checked",
      because: "there is no store here",
    })
    assert.deepStrictEqual(verdict({ ...columnsNamed("key", "day", "form", "ciphertext"), residueScan }), {
      status: "not checked",
      because: "no column of the stores has room for one; no scan is recorded",
    })
  })

  it("is upheld by a scan that found nothing, with what was matched in bands", () => {
    const upheld = verdict({ ...columnsNamed("key", "day"), ...scanned(0) })
    assert.strictEqual(upheld.status, "upheld")
    assert.include(JSON.stringify(upheld), "2027-05-20")
    assert.include(JSON.stringify(upheld), "matched: 5,200 to 5,299, not matched: fewer than 10")
    assert.strictEqual(verdict({ ...columnsNamed("key"), residueScan: scanned(0).residueScan }).status, "upheld")
  })

  it("says which stores were scanned and how, and counts free text apart, in bands", () => {
    const upheld = JSON.stringify(verdict({ ...columnsNamed("key"), ...scanned(0, { freeText: 3 }) }))
    assert.include(upheld, "evidence (every byte and row), by the postcodes of England and 7 planted words")
    assert.include(upheld, "postcodes in free text that a person has yet to clean: fewer than 10")
  })

  it("is not checked by a scan of two days ago, of an earlier version, or of files that it could not read", () => {
    const at = (today: string) => verdict({ ...columnsNamed("key"), ...scanned(0), today: seen(day(today)) }).status
    assert.deepStrictEqual([at("2027-05-20"), at("2027-05-21"), at("2027-05-22")], ["upheld", "upheld", "not checked"])
    const old = seen({ on: day("2027-05-21"), traces: 0, stores: [] })
    assert.strictEqual(verdict({ ...columnsNamed("key"), residueScan: old }).status, "not checked")
    assert.strictEqual(verdict({ ...columnsNamed("key"), ...scanned(0, { unread: 1 }) }).status, "not checked")
  })

  it("is broken by a scan that found anything", () => {
    assert.strictEqual(verdict({ ...columnsNamed("key", "day"), ...scanned(1) }).status, "broken")
  })

  it.each(["home_postcode", "postcode", "Postcode_Given"])("is broken already by a column %s", (column) => {
    const broken = verdict(columnsNamed("key", column))
    assert.strictEqual(broken.status, "broken")
    assert.include(JSON.stringify(broken), `collection.response.${column}`)
  })
})
