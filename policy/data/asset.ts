/** Describes an information asset: anything that holds project data, with its owner, content, place and retention. */
import { type DataCategory, dataCategories } from "./category.ts"
import { type Role, roles } from "./role.ts"

export const assetKinds = ["store", "table", "extract", "export", "aggregate"] as const
export type AssetKind = (typeof assetKinds)[number]

/** The categories of data that are kept besides a child's own answers. */
export const keptCategories = [
  "sealed-answers",
  "form",
  "day-of-receipt",
  "random-key",
  "token-hash",
  "expiry",
  "settings",
  "schema-history",
  "key-material",
  "decision-record",
  "reason",
  "staff-record",
  "released-count",
  "withheld-count",
  "matched-place",
  "quality-flag",
  "question-list",
  "row-digest",
  "sealed-complaint",
  "reference-hash",
] as const

export const assetCategories = [...dataCategories, ...keptCategories] as const
export type AssetCategory = DataCategory | (typeof keptCategories)[number]

export const stores = ["collection", "evidence"] as const
export type Store = (typeof stores)[number]

/** A column of a table or view, as the store's own catalogue lists it. */
export interface StoredColumn {
  readonly store: Store
  readonly table: string
  readonly column: string
}

export const locations = {
  "web-server": "the collection, on the web server (DATA_DIR, or the database of DATABASE_URL)",
  "secure-network": "the evidence store, on the Commissioner's secure network",
  "shared-device": "on a device that children share, in its browser's storage",
  processor: "with the processor, while it maintains the website",
  published: "published",
} as const
export type Location = keyof typeof locations

export const retentions = {
  "until-transfer": "until it is transferred, at the latest when the collection closes",
  "seven-days": "seven days",
  "waiting-life": "until it is sent, or seven days: then its key is destroyed, at the latest as the collection closes",
  "extract-life": "until the day it was taken for, and never beyond close; deletion is certified",
  "copy-life": "until the day it was made for, and never beyond the review of its answers; deletion is certified",
  "not-kept": "not kept: shown once, and only in a rehearsal",
  "two-years-then-review": "two years, then review: destroyed, or extended with reasons and a new date",
  "complaint-life": "two years after it came; then a person removes it, and the ledger says so",
  "staff-hours": "eight hours at most; what has ended is deleted as the next person signs in, or asks to",
  "life-of-the-project": "as long as the project runs",
  indefinitely: "indefinitely: it identifies no one",
} as const
export type AssetRetention = keyof typeof retentions

/** Answers, open or sealed, must have an end to their retention. */
export const endedCategories = [
  ...dataCategories,
  "sealed-answers",
  "matched-place",
  "quality-flag",
  "withheld-count",
  "sealed-complaint",
  "reference-hash",
] as const satisfies readonly AssetCategory[]
export const endless = ["life-of-the-project", "indefinitely"] as const satisfies readonly AssetRetention[]

/** `columns` gives the category of each column, so that no column is added without a decision. */
export interface Asset {
  readonly id: string
  readonly kind: AssetKind
  readonly what: string
  readonly owner: Role
  readonly location: Location
  readonly categories: readonly AssetCategory[]
  readonly retention: AssetRetention
  readonly store?: Store
  readonly table?: string
  readonly columns?: Readonly<Record<string, AssetCategory>>
}

/** Fields that a rule requires are optional here, so that a missing one is a breach that names the rule. */
export type AssetDraft = Omit<Asset, "owner" | "location" | "categories" | "retention"> &
  Partial<Pick<Asset, "owner" | "location" | "categories" | "retention">>

const has = (list: readonly string[], value: string | undefined): boolean => value !== undefined && list.includes(value)

/** The fields that an asset lacks or contradicts, for an asset that the compiler did not check. */
export const assetFaults = (asset: AssetDraft): readonly string[] => {
  const { id, kind, owner, location, retention, categories = [], columns = {} } = asset
  const answers = has(endless, retention) ? categories.filter((category) => has(endedCategories, category)) : []
  const undeclared = Object.entries(columns).filter(([, category]) => !categories.includes(category))
  return [
    ...(has(assetKinds, kind) ? [] : [`${id} has an unknown kind`]),
    ...(has(roles, owner) ? [] : [`${id} has no owner`]),
    ...(has(Object.keys(locations), location) ? [] : [`${id} has no location`]),
    ...(has(Object.keys(retentions), retention) ? [] : [`${id} has no retention`]),
    ...(categories.length > 0 ? [] : [`${id} has no data categories`]),
    ...categories.filter((category) => !has(assetCategories, category)).map(() => `${id} has an unknown category`),
    ...answers.map((category) => `${id} keeps ${category} for ever`),
    ...undeclared.map(([column, category]) => `${id}.${column} holds ${category}, which ${id} does not declare`),
  ]
}
