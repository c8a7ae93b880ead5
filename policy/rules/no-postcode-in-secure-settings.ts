/** A child in a secure setting is never asked for a postcode or a council, and none is ever held. */
import { Effect, Schema } from "effect"
import type { Breach } from "../breach.ts"
import type { FormDraft } from "../data/form.ts"
import { AskedForms } from "../evidence/asked-forms.ts"
import { askedTooSoon, withheldGate } from "../evidence/withheld.ts"
import { located, misplaced, wellPlaced } from "../located.ts"
import type { AskedTooSoon } from "../question-of.ts"
import { defineRule, noneOf } from "../rule.ts"

/** The council is a second way to the same place (F06). */
const placeCategories = ["home-postcode", "local-authority"] as const
type Place = (typeof placeCategories)[number]

export type NoPostcodeInSecureSettings<F extends FormDraft> = [AskedTooSoon<F["pages"], Place>] extends [never]
  ? unknown
  : Breach<
      "no-postcode-in-secure-settings",
      `ask where the child lives on a page before "${AskedTooSoon<F["pages"], Place>}", and give it askedWhen: "community-setting"`
    >

/** Fails when a postcode or council comes with a setting that is not a community one. */
export const postcodeGate = withheldGate(
  "no-postcode-in-secure-settings",
  placeCategories,
  "leave this question out: it is only for children who live in the community",
)

const given = { "home-postcode": { postcode: "ZZ1 1AB" }, "local-council": "E09999901" }

/** Answers as they are sent or read back: a postcode or a council stands beside a community setting alone. */
export const Located = located(Object.keys(given))

export const noPostcodeInSecureSettings = defineRule({
  id: "no-postcode-in-secure-settings",
  statement: "No postcode is asked of, or held for, a child in a secure setting.",
  source: { section: 2, quote: "The CCO will not ask for postcode for children in secure settings." },
  law: ["UK GDPR Art 5(1)(c)", "UK GDPR Art 25(2)"],
  enforcedBy: ["types", "schema", "runtime"],
  audit: Effect.gen(function* () {
    const forms = yield* AskedForms
    return noneOf(
      askedTooSoon(forms, placeCategories),
      `in ${forms.length} of ${forms.length} forms the place is asked only after a community setting`,
    )
  }),
  examples: {
    decode: Schema.decodeUnknownResult(Located),
    accepts: wellPlaced(given),
    refuses: misplaced(given),
  },
})
