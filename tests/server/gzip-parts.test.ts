/** Parts that were deflated apart unzip, for any reader, to the page they came from. */
import { gunzipSync } from "node:zlib"
import fc from "fast-check"
import { expect, test } from "vitest"
import { gzipParts, part, plainParts, storedPart } from "../../src/server/gzip-parts.ts"

test("any parts, once joined, unzip to the same page", () => {
  const texts = fc.array(fc.tuple(fc.boolean(), fc.string({ unit: "grapheme", maxLength: 400 })), { maxLength: 6 })
  fc.assert(
    fc.property(texts, (each) => {
      const parts = each.map(([stored, text]) => (stored ? storedPart(text) : part(text)))
      expect(gunzipSync(gzipParts(parts)).toString()).toBe(plainParts(parts).toString())
    }),
  )
})

test("a stored part may be longer than one block", () => {
  const long = "sealed".repeat(40_000)
  expect(gunzipSync(gzipParts([part("<p>"), storedPart(long), part("</p>")])).toString()).toBe(`<p>${long}</p>`)
})
