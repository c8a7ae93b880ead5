/** A postcode serves to find a local authority, a region and a decile, in one place, and nothing finer comes of it. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { geographyFact } from "../../db/geography/in-use.ts"
import { keepIndex } from "../../db/geography/index-folder.ts"
import { GeographyLookup } from "../../db/geography/lookup.ts"
import { madeUpGeography } from "../../db/geography/made-up.ts"
import { seen } from "../../policy/facts/fact.ts"
import type { GeographyInUse } from "../../policy/facts/facts.ts"
import { postcodeOnlyForGeography } from "../../policy/rules/postcode-only-for-geography.ts"
import { factsWith } from "../support/policy/facts.ts"

const tags = ["postcode-only-for-geography"] as const
const auditOf = (geography: GeographyInUse) => postcodeOnlyForGeography.audit(factsWith({ geography: seen(geography) }))

describe("does not compile", { tags: [...tags] }, () => {
  it("a match finer than a local authority", () => {
    const fixtures = readdirSync(join(import.meta.dirname, "..", "refused"))
    assert.isAtLeast(fixtures.filter((file) => file.startsWith("postcode-only-for-geography.")).length, 2)
  })
})

describe("is found", { tags: [...tags] }, () => {
  it.effect("as children write it, and nothing is guessed", () =>
    Effect.gen(function* () {
      const { find } = yield* GeographyLookup
      const first = { localAuthority: "E09999901", region: "E12000001", imdDecile: 1 }
      for (const written of ["ZZ1 0AA", "zz10aa", " zz1  0aa ", "ZZ1 OAA", "zz1 oaa"])
        assert.deepStrictEqual(find(written), first)
      for (const written of ["ZZ1 0A", "ZZ1 OOAA", "my postcode is ZZ1 0AA", "it's zz1 oaa I think", "ZZ 0AA"])
        assert.deepStrictEqual(find(written), written === "ZZ 0AA" ? "unmatched" : first)
      for (const written of ["", "ZZ1", "ZZ7 0AA", "my house", "ZZ1 0AA ZZ2 0AA", "ZZ1 9AA"])
        assert.strictEqual(find(written), "unmatched")
      assert.strictEqual(find("zz9 9zz"), "outside-england")
    }).pipe(Effect.provide(GeographyLookup.layer)),
  )
})

describe("a neighbourhood", { tags: [...tags] }, () => {
  const fields = [...madeUpGeography.fields, "lsoa"]
  const neighbourhoodUse = { use: "A map of deprivation.", by: "Ama Officer", on: "2027-01-04" }

  it("is broken without a recorded use", () => {
    assert.strictEqual(auditOf({ vintage: "x", fields }).status, "broken")
  })

  it("is upheld while a use for it is recorded, which is named", () => {
    const verdict = auditOf({ vintage: "x", fields, neighbourhoodUse })
    assert.strictEqual(verdict.status, "upheld")
    assert.include(JSON.stringify(verdict), neighbourhoodUse.use)
  })
})

describe("audit", { tags: [...tags] }, () => {
  it("is upheld for the geography in use", () => {
    const verdict = auditOf(madeUpGeography)
    assert.strictEqual(verdict.status, "upheld")
    assert.include(JSON.stringify(verdict), "made up")
  })

  it("is broken by one that returns an output area", () => {
    const verdict = auditOf({ vintage: "x", fields: [...madeUpGeography.fields, "outputArea"] })
    assert.strictEqual(verdict.status, "broken")
    assert.include(JSON.stringify(verdict), "outputArea")
  })

  it("is not checked where the imported geography is damaged, and never judged on the made-up one", () => {
    const folder = mkdtempSync(join(tmpdir(), "big-ask-geography-"))
    assert.deepStrictEqual(geographyFact(folder), seen(madeUpGeography))
    keepIndex(folder, Buffer.from("half an index"))
    const geography = geographyFact(folder)
    rmSync(folder, { recursive: true })
    assert.deepStrictEqual(postcodeOnlyForGeography.audit(factsWith({ geography })), {
      status: "not checked",
      because: "the imported geography is damaged: import it again (ask -- geography import)",
    })
  })
})
