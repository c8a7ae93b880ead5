/** No procedure can say what a child answered, and what it may say is made in one place. */
import { assert, describe, it } from "@effect/vitest"
import { initTRPC } from "@trpc/server"
import { Result } from "effect"
import { publishing } from "../../policy/response/only-publishable.ts"
import { makeReceipt, onlyPublished, publishMatches } from "../../policy/response/publishable.ts"
import { rawDataNeverShared } from "../../policy/rules/raw-data-never-shared.ts"
import { breachesOf } from "../support/policy/fixtures.ts"

const tags = ["raw-data-never-shared"] as const

describe("does not compile", { tags: [...tags] }, () => {
  const states = ["admitted", "matched", "sealed", "released", "destroyed"]
  const parts = ["home-postcode", "answers"]
  const shapes = [
    "in-a-union",
    "in-an-array",
    "in-a-map",
    "in-a-promise",
    "in-an-effect",
    "in-a-stream",
    "in-a-function",
  ]
  const shed = [
    "shed-its-brand",
    "stripped-by-json",
    "spread-receipt",
    "beside-a-receipt",
    "or-nothing",
    "text",
    "count",
  ]

  it.each([...states, ...parts, ...shapes, ...shed, "any", "unknown", "query", "nested-router"])(
    "a procedure that returns: %s",
    (breach) => {
      assert.include(breachesOf("raw-data-never-shared"), breach)
    },
  )
})

describe("is let through", { tags: [...tags] }, () => {
  it("exactly the values of the list, at any depth", async () => {
    const t = initTRPC.create()
    const below = t.router({ search: t.procedure.mutation(() => publishMatches([{ code: "1", words: "A" }])) })
    const router = publishing(t.router({ submit: t.procedure.mutation(async () => makeReceipt()), below }))
    const caller = router.createCaller({})
    assert.strictEqual(JSON.stringify(await caller.submit()), '{"accepted":true}')
    assert.strictEqual(JSON.stringify(await caller.below.search()), '{"found":[{"code":"1","words":"A"}]}')
  })

  it("a register's row loses whatever else was on it", () => {
    const row = { code: "1", words: "A", child: "canary" }
    assert.notInclude(JSON.stringify(publishMatches([row])), "canary")
    const isPublished = (value: unknown) => Result.isSuccess(onlyPublished(value))
    assert.deepStrictEqual([makeReceipt(), publishMatches([row])].map(isPublished), [true, true])
    const lookAlikes = [{ accepted: true }, { found: [] }, { ...makeReceipt() }, "accepted", undefined, null]
    assert.deepStrictEqual(lookAlikes.filter(isPublished), [])
  })
})

describe("audit", { tags: [...tags] }, () => {
  it("is not checked until outbound calls can be counted", () => {
    assert.strictEqual(rawDataNeverShared.audit().status, "not checked")
  })
})
