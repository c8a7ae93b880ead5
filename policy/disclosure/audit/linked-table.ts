/** Describes one of several linked tables, with the key of the records in each cell. */

/** The sum of the keys of a cell's records, modulo 2^64. Cells with the same key have the same records. */
export type CellKey = bigint

export interface LinkedCell {
  readonly id: string
  readonly key: CellKey
  readonly count: number
  readonly published: boolean
}

export interface LinkedTable {
  readonly id: string
  readonly cells: readonly LinkedCell[]
}

/** The id of a cell with its table's: `table: cell`. */
export type QualifiedId = string

export interface QualifiedCell extends LinkedCell {
  readonly qualifiedId: QualifiedId
}

export const qualifyCells = (tables: readonly LinkedTable[]): readonly QualifiedCell[] =>
  tables.flatMap(({ id, cells }) => cells.map((cell) => ({ ...cell, qualifiedId: `${id}: ${cell.id}` })))
