/** The information asset register (DPIA section 4): every asset, and what the stores hold that none of them declares. */
import { type Asset, type AssetDraft, assetFaults } from "../data/asset.ts"
import type { StoredColumn } from "../evidence/stored-columns.ts"
import { assetsBeyondTheStores } from "./beyond-the-stores.ts"
import { collectionAssets } from "./collection.ts"
import { evidenceAssets } from "./evidence.ts"

export const assets: readonly Asset[] = [...collectionAssets, ...evidenceAssets, ...assetsBeyondTheStores]

const declares =
  ({ store, table, column }: StoredColumn) =>
  (asset: AssetDraft): boolean =>
    asset.store === store && asset.table === table && Object.hasOwn(asset.columns ?? {}, column)

/** What is wrong with these assets in the face of what is stored; columns that are declared and gone are no harm. */
export const registerFaults = (
  stored: readonly StoredColumn[],
  declared: readonly AssetDraft[] = assets,
): readonly string[] => [
  ...declared.flatMap(assetFaults),
  ...stored
    .filter((each) => !declared.some(declares(each)))
    .map(({ store, table, column }) => `${store}.${table}.${column} is held, and no asset declares it`),
]
