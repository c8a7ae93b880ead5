/** An asset compiles only when it is whole, and when no column holds what the asset does not declare. */
import type { Breach } from "../breach.ts"
import type { AssetDraft, endedCategories, endless } from "../data/asset.ts"

type Needed = "owner" | "location" | "categories" | "retention"

type Unsaid<A> = { [K in Needed]: A extends { readonly [P in K]: unknown } ? never : K }[Needed]

type DeclaredBy<A> = A extends { readonly categories: ReadonlyArray<infer C> } ? C : never

type HeldBy<A> = A extends { readonly columns: infer Columns } ? Columns[keyof Columns] : never

type Undeclared<A> = Exclude<HeldBy<A>, DeclaredBy<A>> & string

type Endless<A> = A extends { readonly retention: (typeof endless)[number] }
  ? Extract<DeclaredBy<A>, (typeof endedCategories)[number]>
  : never

export type Registered<A extends AssetDraft> = [Unsaid<A>] extends [never]
  ? [DeclaredBy<A>] extends [never]
    ? Breach<"assets-registered", "name at least one data category">
    : [Undeclared<A>] extends [never]
      ? [Endless<A>] extends [never]
        ? unknown
        : Breach<"assets-registered", `give "${Endless<A>}" an end: no answer is kept without one`>
      : Breach<"assets-registered", `declare category "${Undeclared<A>}" or drop its column`>
  : Breach<"assets-registered", `say the asset's "${Unsaid<A>}"`>

export const defineAsset = <const A extends AssetDraft>(asset: A & Registered<A>): A => Object.freeze(asset)
