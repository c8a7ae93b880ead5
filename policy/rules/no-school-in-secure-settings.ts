/** Refuses a form that asks a child in a secure setting for a school, which would name the unit (F08), and any answer that gives one. */
import type { WithheldInSecureSettings } from "../data/asked-too-soon.ts"
import { contentBreaches, contentText } from "../facts/kept-content.ts"
import { schemaBreaches } from "../facts/schema-fault.ts"
import { withheldSchool } from "../response/secure-settings.ts"
import { defineRule } from "../rule.ts"
import { judge, upheldUnless } from "../verdict.ts"

/** `AfterSetting`: an earlier page of the form asks where the child lives. */
export type NoSchoolInSecureSettings<Q, AfterSetting extends boolean> = WithheldInSecureSettings<
  Q,
  AfterSetting,
  "no-school-in-secure-settings",
  "education-setting"
>

export const noSchoolInSecureSettings = defineRule({
  id: "no-school-in-secure-settings",
  statement: "No school is asked of, or held for, a child in a secure setting.",
  source: { section: 2, quote: "many secure units have schools which serve only that unit" },
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
          ...withheldSchool.askedTooSoon(forms),
          ...contentBreaches(content, "no-school-in-secure-settings"),
          ...schemaBreaches(schema, "no-school-in-secure-settings"),
        ],
        `in ${forms.length} of ${forms.length} forms the school is asked only after a community setting; ${contentText(content)}`,
      ),
    ),
  examples: { decode: withheldSchool.decode, ...withheldSchool.examples },
})
