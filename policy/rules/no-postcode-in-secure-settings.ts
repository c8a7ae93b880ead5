/** Refuses a form that asks a child in a secure setting for a postcode or a council, and any answer that gives one. */
import type { WithheldInSecureSettings } from "../data/asked-too-soon.ts"
import { contentBreaches, contentText } from "../facts/kept-content.ts"
import { schemaBreaches } from "../facts/schema-fault.ts"
import { withheldPlace } from "../response/secure-settings.ts"
import { defineRule } from "../rule.ts"
import { judge, upheldUnless } from "../verdict.ts"

/** `AfterSetting`: an earlier page of the form asks where the child lives. */
export type NoPostcodeInSecureSettings<Q, AfterSetting extends boolean> = WithheldInSecureSettings<
  Q,
  AfterSetting,
  "no-postcode-in-secure-settings",
  "home-postcode" | "local-authority"
>

export const noPostcodeInSecureSettings = defineRule({
  id: "no-postcode-in-secure-settings",
  statement: "No postcode is asked of, or held for, a child in a secure setting.",
  source: { section: 2, quote: "The CCO will not ask for postcode for children in secure settings." },
  law: ["UK GDPR Art 5(1)(c)", "UK GDPR Art 25(2)"],
  enforcedBy: ["types", "runtime"],
  enforcedAt: [
    "surveys/authoring/form.ts#defineForm",
    "surveys/authoring/question.ts#question",
    "policy/response/admit.ts#admit",
  ],
  audit: ({ forms, content, schema }) =>
    judge({ forms, content, schema }, ({ forms, content, schema }) =>
      upheldUnless(
        [
          ...withheldPlace.askedTooSoon(forms),
          ...contentBreaches(content, "no-postcode-in-secure-settings"),
          ...schemaBreaches(schema, "no-postcode-in-secure-settings"),
        ],
        `in ${forms.length} of ${forms.length} forms the place is asked only after a community setting; ${contentText(content)}`,
      ),
    ),
  examples: { decode: withheldPlace.decode, ...withheldPlace.examples },
})
