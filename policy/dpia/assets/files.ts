/** Says which asset each file of the data folder belongs to, so that a file of no asset is found. */

const day = String.raw`\d{4}-\d{2}-\d{2}`

/** The id of an asset, or of what holds no data of the project. */
const places: ReadonlyArray<readonly [asset: string, path: RegExp]> = [
  ["collection", /^(?:restoring\/)?collection\.sqlite(?:-wal|-shm|-journal)?$/],
  ["evidence", /^(?:restoring\/)?evidence\.sqlite(?:-wal|-shm|-journal)?$/],
  ["day-keys", new RegExp(`^keys/(?:private|public)/${day}\\.key$`)],
  ["retention-key", new RegExp(`^keys/(?:private|public)/retention(?:-records|-${day})?\\.key$`)],
  ["page-and-token-keys", new RegExp(`^keys/(?:token|(?:page|waiting)/${day})\\.key$`)],
  ["collection-identity", /^keys\/collection\.id(?:\.new)?$/],
  ["evidence-identity", /^keys\/evidence\.id(?:\.new)?$/],
  ["sealed-batches", new RegExp(`^backups/${day}/[0-9a-f]{16}\\.sealed(?:\\.part)?$`)],
  ["sealed-backups", /^backups\/[^/]+\/(?:collection|evidence)\.sealed(?:\.part)?$/],
  ["released-tables", /^released\/.+\.(?:html|csv|csv-metadata\.json|xlsx|css|svg|txt)$/],
  ["working-copy-cards", /^working-copies\/[0-9a-f]{64}\.json(?:\.part)?$/],
  ["looks", /^looks\/[0-9a-f]{64}\.json$/],
  ["weights", /^weights\/[a-z][a-z0-9]*\.json(?:\.part)?$/],
  ["destruction-certificates", new RegExp(`^keys/destroyed/${day}\\.json$`)],
  ["evidence-ledger", /^keys\/ledger\.head(?:\.new)?$/],
]

/** Keys that are being written, the marks of the clock and of the close, locks, and the published geography and population. */
const withoutData: readonly RegExp[] = [
  /^keys\/(?:[a-z]+\/)?\.[0-9a-f]{16}$/,
  /^keys\/(?:closed|retention\.look)$/,
  /^(?:transfer|platform)\.lock(?:-journal)?$/,
  /^(?:geography|population)\//,
]

/** `path` is relative to the data folder, with slashes. */
export const assetOfFile = (path: string): string | undefined => places.find(([, pattern]) => pattern.test(path))?.[0]

export const isDeclaredFile = (path: string): boolean =>
  assetOfFile(path) !== undefined || withoutData.some((pattern) => pattern.test(path))
