/** Says what an extract may hold and must state: never a postcode, never free text, never without a reason (F11). */
import type { Breach } from "../breach.ts"
import { type DataCategory, dataCategories } from "../data/category.ts"

/** Free text and the postcode stay out until the DPO decides otherwise (F11). */
export const excludedCategories = ["free-text", "home-postcode"] as const satisfies readonly DataCategory[]
type ExcludedCategory = (typeof excludedCategories)[number]

export type ExtractCategory = Exclude<DataCategory, ExcludedCategory>

export const extractCategories: readonly ExtractCategory[] = dataCategories.filter(
  (category): category is ExtractCategory => !excludedCategories.some((excluded) => excluded === category),
)

/** Every field but one is optional here, so that a missing one is a breach that names the rule. */
export interface ExtractDraft {
  readonly reason?: string
  readonly expiresOn?: string
  readonly digest?: string
  readonly fields: readonly DataCategory[]
}

type IsText<T> = T extends string ? (T extends "" ? false : true) : false

type MissingField<A> = {
  [K in "reason" | "expiresOn" | "digest"]: A extends { readonly [P in K]: infer T }
    ? IsText<T> extends true
      ? never
      : K
    : K
}["reason" | "expiresOn" | "digest"]

type ExcludedField<A extends ExtractDraft> = Extract<A["fields"][number], ExcludedCategory>

export type LawfulExtract<A extends ExtractDraft> = [ExcludedField<A>] extends [never]
  ? [MissingField<A>] extends [never]
    ? unknown
    : Breach<
        "processor-extracts-deleted-at-close",
        `say "${MissingField<A>}": an extract has its reason, end and digest`
      >
  : Breach<"processor-extracts-deleted-at-close", `leave "${ExcludedField<A>}" out of the extract`>
