/** Names what a scan for residue looks at, store by store, as it is printed and recorded. */

export const scannedStores = [
  "collection",
  "evidence",
  "keys",
  "backups",
  "released",
  "other files",
  "named paths",
] as const
export type ScannedStore = (typeof scannedStores)[number]

/** `rows`: every row through SQL, where the files of the database are not at hand. */
export const scanWays = ["every byte", "every byte and row", "every row"] as const
export type ScanWay = (typeof scanWays)[number]

export const scannedPostcodes = ["made up", "part of England", "England"] as const

/** What the ledger records of one store; it is printed and certified too. */
export interface StoreScan {
  readonly store: ScannedStore
  readonly how: ScanWay
  readonly files: number
  /** Findings but those in free text. */
  readonly traces: number
  /** Postcodes in a child's own words, which a person has not cleaned yet. */
  readonly freeText: number
  readonly unread: number
  /** How many planted words were looked for. */
  readonly words: number
  readonly postcodes: (typeof scannedPostcodes)[number]
}
