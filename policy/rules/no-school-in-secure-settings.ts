/** A child in a secure setting is never asked for a school, since the school would name the unit (F08). */
import { Effect, Schema } from "effect"
import type { Breach } from "../breach.ts"
import type { FormDraft } from "../data/form.ts"
import { AskedForms } from "../evidence/asked-forms.ts"
import { askedTooSoon, withheldGate } from "../evidence/withheld.ts"
import { located, misplaced, wellPlaced } from "../located.ts"
import type { AskedTooSoon } from "../question-of.ts"
import { defineRule, noneOf } from "../rule.ts"

const schoolCategories = ["education-setting"] as const
type School = (typeof schoolCategories)[number]

export type NoSchoolInSecureSettings<F extends FormDraft> = [AskedTooSoon<F["pages"], School>] extends [never]
  ? unknown
  : Breach<
      "no-school-in-secure-settings",
      `ask where the child lives on a page before "${AskedTooSoon<F["pages"], School>}", and give it askedWhen: "community-setting"`
    >

/** Fails when a school comes with a setting that is not a community one. */
export const schoolGate = withheldGate(
  "no-school-in-secure-settings",
  schoolCategories,
  "leave this question out: it is only for children who live in the community",
)

const given = { school: "900001" }

/** Answers as they are sent or read back: a school stands beside a community setting alone. */
export const Located = located(Object.keys(given))

export const noSchoolInSecureSettings = defineRule({
  id: "no-school-in-secure-settings",
  statement: "No school is asked of, or held for, a child in a secure setting.",
  source: { section: 2, quote: "many secure units have schools which serve only that unit" },
  law: ["UK GDPR Art 5(1)(c)", "UK GDPR Art 25(2)"],
  enforcedBy: ["types", "schema", "runtime"],
  audit: Effect.gen(function* () {
    const forms = yield* AskedForms
    return noneOf(
      askedTooSoon(forms, schoolCategories),
      `in ${forms.length} of ${forms.length} forms the school is asked only after a community setting`,
    )
  }),
  examples: {
    decode: Schema.decodeUnknownResult(Located),
    accepts: wellPlaced(given),
    refuses: misplaced(given),
  },
})
