/** Giving up what nothing opens is a supervisor's decision, and is written down as it is: which day, how many, by whom. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { abandonRehearsal, abandonUnreadable } from "../../policy/custody/abandon-unreadable.ts"
import { staff } from "../support/policy/release.ts"
import { day, granted, midday } from "../support/policy/team.ts"

const tags = ["web-server-emptied-at-close"] as const
const unopened = { of: day("2021-05-19"), responses: 3 }
const onDay = TestClock.setTime(midday("2021-06-01"))

describe("is written down", { tags: [...tags] }, () => {
  it.effect("by a supervisor", () =>
    Effect.gen(function* () {
      yield* onDay
      const { kind, body } = yield* abandonUnreadable(yield* granted("destroy-data", "head-of-data-science"), unopened)
      assert.strictEqual(kind, "answers-given-up")
      assert.deepEqual(body as object, { ...unopened, on: "2021-06-01", by: "head-of-data-science" })
    }).pipe(Effect.provide(staff)),
  )

  it.effect("in a rehearsal, by nobody in particular", () =>
    Effect.gen(function* () {
      yield* onDay
      const { body } = yield* abandonRehearsal("rehearsal", unopened)
      assert.deepEqual(body as object, { ...unopened, on: "2021-06-01", by: "rehearsal" })
    }),
  )

  it.effect("not by one who may no longer destroy", () =>
    Effect.gen(function* () {
      yield* onDay
      const leave = yield* granted("destroy-data", "head-of-data-science")
      yield* TestClock.setTime(midday("2024-06-01"))
      assert.strictEqual((yield* Effect.flip(abandonUnreadable(leave, unopened)))._tag, "NotGranted")
    }).pipe(Effect.provide(staff)),
  )
})
