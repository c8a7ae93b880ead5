/** An asset is anything that holds, or will hold, what the project knows: whose it is, what is in it, where, for how long. */
import { type DataCategory, dataCategories } from "./category.ts"
import { type Role, roles } from "./role.ts"

export const assetKinds = ["store", "table", "extract", "export", "aggregate"] as const
export type AssetKind = (typeof assetKinds)[number]

/** What is kept besides a child's own answers. */
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
] as const

export const assetCategories = [...dataCategories, ...keptCategories] as const
export type AssetCategory = DataCategory | (typeof keptCategories)[number]

export const stores = ["collection", "evidence"] as const
export type Store = (typeof stores)[number]

export const locations = {
  "web-server": "the collection, on the web server (DATA_DIR, or the database of DATABASE_URL)",
  "secure-network": "the evidence store, on the Commissioner's secure network",
  processor: "with the processor, while it maintains the website",
  published: "published",
} as const
export type Location = keyof typeof locations

export const retentions = {
  "until-transfer": "until it is transferred, at the latest when the collection closes",
  "seven-days": "seven days",
  "extract-life": "until the day it was taken for, and never beyond close; deletion is certified",
  "not-kept": "not kept: shown once, in a rehearsal alone",
  "two-years-then-review": "two years, then review: destroyed, or extended with reasons and a new date",
  "life-of-the-project": "as long as the project runs",
  indefinitely: "indefinitely: it tells of nobody",
} as const
export type AssetRetention = keyof typeof retentions

/** An answer, open or sealed, is kept to an end. */
export const endedCategories = [
  ...dataCategories,
  "sealed-answers",
  "matched-place",
  "quality-flag",
  "withheld-count",
] as const satisfies readonly AssetCategory[]
export const endless = ["life-of-the-project", "indefinitely"] as const satisfies readonly AssetRetention[]

/** `columns` says of each column what it holds, so that none comes to be without having been thought of. */
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

/** As it is written: what a rule speaks of is left open, so that the rule names the breach. */
export type AssetDraft = Omit<Asset, "owner" | "location" | "categories" | "retention"> &
  Partial<Pick<Asset, "owner" | "location" | "categories" | "retention">>

const has = (list: readonly string[], value: string | undefined): boolean => value !== undefined && list.includes(value)

/** What an asset leaves unsaid or contradicts, for one that the compiler did not see. */
export const assetFaults = (asset: AssetDraft): readonly string[] => {
  const { id, kind, owner, location, retention, categories = [], columns = {} } = asset
  const answers = has(endless, retention) ? categories.filter((category) => has(endedCategories, category)) : []
  const undeclared = Object.entries(columns).filter(([, category]) => !categories.includes(category))
  return [
    ...(has(assetKinds, kind) ? [] : [`${id} is no kind of asset`]),
    ...(has(roles, owner) ? [] : [`${id} has no owner`]),
    ...(has(Object.keys(locations), location) ? [] : [`${id} is nowhere`]),
    ...(has(Object.keys(retentions), retention) ? [] : [`${id} has no retention`]),
    ...(categories.length > 0 ? [] : [`${id} has no data categories`]),
    ...categories.filter((category) => !has(assetCategories, category)).map(() => `${id} has an unknown category`),
    ...answers.map((category) => `${id} keeps ${category} without an end`),
    ...undeclared.map(([column, category]) => `${id}.${column} holds ${category}, which ${id} does not declare`),
  ]
}
