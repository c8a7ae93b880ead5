/** What an extract may hold and must say, as it is asked for: never a postcode, never free text, never without a reason (F11). */
import type { Breach } from "../breach.ts"
import { type DataCategory, dataCategories } from "../data/category.ts"

/** Free text and the postcode stay out until the DPO decides otherwise (F11). */
export const keptFromExtracts = ["free-text", "home-postcode"] as const satisfies readonly DataCategory[]
type KeptFromExtracts = (typeof keptFromExtracts)[number]

export type ExtractCategory = Exclude<DataCategory, KeptFromExtracts>

export const extractCategories: readonly ExtractCategory[] = dataCategories.filter(
  (category): category is ExtractCategory => !keptFromExtracts.some((kept) => kept === category),
)

/** Leaves open what the rule speaks of, so that the rule names the breach. */
export interface ExtractDraft {
  readonly reason?: string
  readonly expiresOn?: string
  readonly digest?: string
  readonly fields: readonly DataCategory[]
}

type Said<T> = T extends string ? (T extends "" ? false : true) : false

type Unsaid<A> = {
  [K in "reason" | "expiresOn" | "digest"]: A extends { readonly [P in K]: infer T }
    ? Said<T> extends true
      ? never
      : K
    : K
}["reason" | "expiresOn" | "digest"]

type Kept<A extends ExtractDraft> = Extract<A["fields"][number], KeptFromExtracts>

export type LawfulExtract<A extends ExtractDraft> = [Kept<A>] extends [never]
  ? [Unsaid<A>] extends [never]
    ? unknown
    : Breach<"processor-extracts-deleted-at-close", `say "${Unsaid<A>}": an extract has its reason, end and digest`>
  : Breach<"processor-extracts-deleted-at-close", `leave "${Kept<A>}" out of the extract`>
