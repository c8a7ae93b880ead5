/** What cannot be decided refuses the table, and says so: a solver without time, a variable that is not declared. */
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, test } from "vitest"
import { linkedTablesGate } from "../../../policy/release/linked-tables-gate.ts"
import { declaredFor } from "../../support/policy/declared.ts"
import { counted, draftOf, proposed, staff, table } from "../../support/policy/release.ts"
import { midday } from "../../support/policy/team.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]

const together = (draft: typeof table, before: typeof table, seconds = 60, declared = declaredFor([draft, before])) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(midday("2021-06-01"))
    const earlier = [yield* proposed(before)]
    return yield* linkedTablesGate(yield* proposed(draft), { earlier, declared }, 10, seconds)
  }).pipe(
    Effect.match({ onSuccess: () => "safe", onFailure: ({ message }) => message }),
    Effect.provide([staff, TestClock.layer()]),
    Effect.runPromise,
  )

/** One age fewer: the other rows do not change. */
const part = draftOf({
  ...counted,
  title: "Three ages",
  categories: { Hope: counted.categories["Hope"] ?? [], Age: ["9", "10", "11"] },
})

describe("together with an earlier table", { tags }, () => {
  test("a solver without time decides nothing", async () => {
    const filtered = { ...part, cut: `${table.cut} --filter Age=9,10,11` }
    expect(await together(filtered, table)).toBe("safe")
    expect(await together(filtered, table, 0)).toContain("the solver stopped before it could tell")
  })

  test("a variable that is not declared, in the table or in a released one, which is named", async () => {
    const none = { bases: [], variables: [] }
    expect(await together(table, { ...table, title: "Again" }, 60, none)).toContain("it has a variable or a place")
    const other = draftOf({ title: "Pets", categories: { Pet: ["cat", "dog"] }, count: () => 40 })
    const said = await together(table, other, 60, declaredFor([table]))
    expect(said).toContain('released tables have a variable or a place that is not declared: "Pets"')
  })
})
