/** Reads the questions out of a form's type, one by one, so that a rule can name the one that breaks it. */
import type { FormDraft, PageDraft } from "./data/form.ts"

/** The union of a form's questions. */
export type QuestionOf<F extends FormDraft> = F["pages"][number]["questions"][number]

/** The key of a question, for a breach to name. */
export type KeyOf<Q> = Q extends { readonly key: infer K extends string } ? K : never

/** The union of a question's options; `never` where it has none. */
export type OptionOf<Q> = Q extends { readonly options: ReadonlyArray<infer O> } ? O : never

/** The union of a grid's rows; `never` where it has none. */
export type RowOf<Q> = Q extends { readonly rows: ReadonlyArray<infer R> } ? R : never

type InCategory<Q, C extends string> = Q extends { readonly category: infer D }
  ? [Extract<D, C>] extends [never]
    ? never
    : Q
  : never

type Unguarded<Q> = Q extends { readonly askedWhen: "community-setting" } ? never : KeyOf<Q>

/**
 * The questions of category `C` that are asked before, or on the same page as, where the child lives,
 * or that are not held back from a child in a secure setting.
 */
export type AskedTooSoon<
  Pages extends readonly PageDraft[],
  C extends string,
  SettingAsked extends boolean = false,
  Found = never,
> = Pages extends readonly [infer P extends PageDraft, ...infer Rest extends readonly PageDraft[]]
  ? AskedTooSoon<
      Rest,
      C,
      [InCategory<P["questions"][number], "living-situation">] extends [never] ? SettingAsked : true,
      Found | InThisPage<InCategory<P["questions"][number], C>, SettingAsked>
    >
  : Found

type InThisPage<Q, SettingAsked extends boolean> = SettingAsked extends true ? Unguarded<Q> : KeyOf<Q>
