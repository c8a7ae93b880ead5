/** Lets an asset compile only when it is complete, and when each column's category is declared. */
import type { Breach } from "../../breach.ts"
import type { AssetDraft, endedCategories, endless } from "../../data/asset.ts"

type RequiredField = "owner" | "location" | "categories" | "retention"

type MissingField<A> = { [K in RequiredField]: A extends { readonly [P in K]: unknown } ? never : K }[RequiredField]

type DeclaredCategory<A> = A extends { readonly categories: ReadonlyArray<infer C> } ? C : never

type ColumnCategory<A> = A extends { readonly columns: infer Columns } ? Columns[keyof Columns] : never

type Undeclared<A> = Exclude<ColumnCategory<A>, DeclaredCategory<A>> & string

type Endless<A> = A extends { readonly retention: (typeof endless)[number] }
  ? Extract<DeclaredCategory<A>, (typeof endedCategories)[number]>
  : never

export type CompleteAsset<A extends AssetDraft> = [MissingField<A>] extends [never]
  ? [DeclaredCategory<A>] extends [never]
    ? Breach<"assets-registered", "name at least one data category">
    : [Undeclared<A>] extends [never]
      ? [Endless<A>] extends [never]
        ? unknown
        : Breach<"assets-registered", `give "${Endless<A>}" an end: no answer is kept without one`>
      : Breach<"assets-registered", `declare category "${Undeclared<A>}" or drop its column`>
  : Breach<"assets-registered", `say the asset's "${MissingField<A>}"`>

export const defineAsset = <const A extends AssetDraft>(asset: A & CompleteAsset<A>): A => Object.freeze(asset)
