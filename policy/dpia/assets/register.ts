/** Lists every information asset (DPIA section 4), and finds stored columns that no asset declares. */
import { type Asset, type AssetDraft, assetFaults, type StoredColumn } from "../../data/asset.ts"
import { assetsBeyondTheStores } from "./beyond-the-stores.ts"
import { collectionAssets } from "./collection.ts"
import { evidenceAssets } from "./evidence.ts"

export const assets: readonly Asset[] = [...collectionAssets, ...evidenceAssets, ...assetsBeyondTheStores]

const declares =
  ({ store, table, column }: StoredColumn) =>
  (asset: AssetDraft): boolean =>
    asset.store === store && asset.table === table && Object.hasOwn(asset.columns ?? {}, column)

/** The faults of the register compared with the stored columns. A declared column that no longer exists is no fault. */
export const registerFaults = (
  stored: readonly StoredColumn[],
  declared: readonly AssetDraft[] = assets,
): readonly string[] => [
  ...declared.flatMap(assetFaults),
  ...stored
    .filter((each) => !declared.some(declares(each)))
    .map(({ store, table, column }) => `${store}.${table}.${column} is stored, and no asset declares it`),
]
