/** Finds questions about the place that a child in a secure setting could be asked, in a question's type and in a form. */
import type { Breach } from "../breach.ts"
import type { RuleId } from "../rule-id.ts"
import type { FormDraft } from "./form.ts"
import type { KeyOf } from "./question-of.ts"

/** A question of one of these categories; `never` for another category. */
export type InCategory<Q, C extends string> = Q extends { readonly category: infer D }
  ? [Extract<D, C>] extends [never]
    ? never
    : Q
  : never

type NotSkipped<Q> = Q extends { readonly askedWhen: "community-setting" } ? never : KeyOf<Q>

/**
 * The key of a question of category `C` that is not asked on a page after where the child lives, or that a secure
 * setting does not skip; `never` for any other question.
 */
type AskedTooSoon<Q, C extends string, AfterSetting extends boolean> = AfterSetting extends true
  ? NotSkipped<InCategory<Q, C>>
  : KeyOf<InCategory<Q, C>>

/** Breaks rule `R` where a child in a secure setting could be asked question `Q` of category `C`. */
export type WithheldInSecureSettings<Q, AfterSetting extends boolean, R extends RuleId, C extends string> = [
  AskedTooSoon<Q, C, AfterSetting>,
] extends [never]
  ? unknown
  : Breach<
      R,
      `ask where the child lives on a page before "${AskedTooSoon<Q, C, AfterSetting>}", and give it askedWhen: "community-setting"`
    >

/** The same for forms as values, in sentences for the report. */
export const askedTooSoon = (forms: readonly FormDraft[], categories: readonly string[]): readonly string[] =>
  forms.flatMap((form) => {
    const settingPage = form.pages.findIndex((page) =>
      page.questions.some((question) => question.category === "living-situation"),
    )
    return form.pages.flatMap((page, index) =>
      page.questions
        .filter((question) => categories.includes(question.category))
        .filter((question) => settingPage === -1 || index <= settingPage || question.askedWhen !== "community-setting")
        .map((question) => `form ${form.id}, question ${question.key} can be asked in a secure setting`),
    )
  })
