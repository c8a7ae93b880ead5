/** What an option reveals is tagged alike in every form that offers it, and each flag looks at every form. */
import { describe, expect, test } from "vitest"
import { agesOf } from "../../policy/data/form-scope.ts"
import { canonicalJson } from "../../policy/record/canonical-json.ts"
import { check } from "../../policy/response/quality-flags.ts"
import type { Matched } from "../../policy/response/stage.ts"
import { forms } from "../../surveys/forms.ts"

interface Part {
  readonly form: string
  readonly at: string
  readonly tagged: string
}

/** Each option and row, by its question and key, with what it infers and on what condition. */
const parts: readonly Part[] = forms.flatMap(({ id, pages }) =>
  pages.flatMap(({ questions }) =>
    questions.flatMap((question) =>
      [...("options" in question ? question.options : []), ...("rows" in question ? question.rows : [])].map(
        (part) => ({
          form: id,
          at: `${question.key} › ${part.key}`,
          tagged: canonicalJson([part.infers ?? "nothing", part.condition ?? "none"]),
        }),
      ),
    ),
  ),
)

describe("tags", { tags: ["purpose-and-lawful-basis"] }, () => {
  test("an option has the same tag in every form", () => {
    const byPart = Map.groupBy(parts, ({ at }) => at)
    const uneven = [...byPart].filter(([, all]) => new Set(all.map(({ tagged }) => tagged)).size > 1)
    expect(
      uneven.map(([at, all]) => `${at}: ${all.map(({ form, tagged }) => `${form} ${tagged}`).join("; ")}`),
    ).toEqual([])
  })

  test("the options that reveal something are these, in these forms", () => {
    const revealing = parts.filter(({ tagged }) => !tagged.startsWith('["nothing"'))
    const counted = [...Map.groupBy(revealing, ({ form }) => form)].map(
      ([form, all]) => `${form}: ${all.map(({ at }) => at).join(", ")}`,
    )
    expect(counted).toMatchSnapshot()
  })
})

describe("flags", { tags: ["quality-checked-before-analysis"] }, () => {
  const response = (form: Matched["form"], answers: Matched["answers"]) =>
    check({ form, answers, geography: "not-asked" } as unknown as Matched).flags

  test.for(forms.map(({ id }) => id))(
    "of form %s: an age of another band, no answer at all, one answer throughout",
    (id) => {
      const ages: readonly number[] = agesOf[id]
      for (let age = 3; age <= 19; age++)
        expect(response(id, { age: `${age}` }).includes("age-not-of-the-band"), `age ${age}`).toBe(!ages.includes(age))
      expect(response(id, { age: "prefer-not-to-say", hopes: "not-answered" })).toContain("nothing-said")
      const rows = Object.fromEntries(["a", "b", "c", "d", "e"].map((row) => [row, "good"]))
      expect(response(id, { grid: rows })).toContain("one-answer-throughout")
      expect(response(id, { grid: { ...rows, a: "bad" } })).not.toContain("one-answer-throughout")
    },
  )
})
