/** The same value is always the same text, however its keys were put together; a list keeps its order. */
import { expect, test } from "vitest"
import { canonicalJson } from "../../policy/record/canonical-json.ts"

test("keys are sorted at every depth, in lists too, and lists are not", () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }, 2, 1], a: "x" })).toBe('{"a":"x","b":[{"c":null,"d":1},2,1]}')
  expect(canonicalJson({ a: "x", b: [{ c: null, d: 1 }, 2, 1] })).toBe(
    canonicalJson({ b: [{ d: 1, c: null }, 2, 1], a: "x" }),
  )
})
