/** The cheapest closed round of record moves through one cell of a frame: what it adds in a row it takes from the same row. */

import { forbidden, type SearchState } from "../state/search-state.ts"
import type { Frame } from "./frame.ts"
import type { Swap, SwapTarget } from "./swap.ts"

/** Finds a cycle that costs less than `limit`. */
export type FindCycle = (frame: Frame, wish: SwapTarget, limit: number) => Swap | undefined

export const cycleFinder = ({ counts, price, delta, lattice }: SearchState): FindCycle => {
  const widest = Math.max(...lattice.dimensions.map(({ leaves }) => leaves)) + 1
  const toRow = new Int32Array(widest)
  const toColumn = new Int32Array(widest)
  const rowFrom = new Int32Array(widest)
  const columnFrom = new Int32Array(widest)
  const rowDone = new Uint8Array(widest)
  const columnDone = new Uint8Array(widest)

  /** What it costs to change one row and column by `by`, all layers with it. */
  const edge = (frame: Frame, row: number, column: number, by: number, wish: SwapTarget, limit: number): number => {
    const { rows, columns, layer } = frame
    const rowEnd = rows.start[row + 1] as number
    const columnStart = columns.start[column] as number
    const columnEnd = columns.start[column + 1] as number
    let cost = 0
    for (let each = 0; each < layer.offset.length; each++) {
      const base = layer.offset[each] as number
      const change = by * (layer.sign[each] as number)
      for (let up = rows.start[row] as number; up < rowEnd; up++) {
        const along = base + (rows.offset[up] as number)
        for (let over = columnStart; over < columnEnd; over++) {
          const cell = along + (columns.offset[over] as number)
          cost += price[cell] as number
          if (cost >= limit) return forbidden
          if (change < 0 && (counts[cell] as number) + (delta[cell] as number) + change < 1) return forbidden
          if (cell === wish.cell && change * wish.direction < 0) return forbidden
        }
      }
    }
    return cost
  }

  /** The way back from the start, which goes down and up in turn. */
  const traced = ({ rows, columns, rowStride, columnStride, layer, row: start }: Frame, cost: number): Swap => {
    const leaves: number[] = []
    const signs: number[] = []
    const add = (row: number, column: number, sign: number): void => {
      if (row >= rows.leaves || column >= columns.leaves) return
      const place = (rows.from + row) * rowStride + (columns.from + column) * columnStride
      layer.leafOffset.forEach((offset, each) => {
        leaves.push(place + offset)
        signs.push(sign * (layer.leafSign[each] as number))
      })
    }
    let row = start
    do {
      const column = rowFrom[row] as number
      add(row, column, -1)
      row = columnFrom[column] as number
      add(row, column, 1)
    } while (row !== start)
    return { leaves, signs, cost }
  }

  return (frame, wish, limit) => {
    const { rows, columns, row: startRow, column: startColumn } = frame
    const by = wish.by * wish.direction
    const begun = edge(frame, startRow, startColumn, by, wish, limit)
    if (begun >= limit) return undefined
    toRow.fill(limit, 0, rows.count)
    toColumn.fill(limit, 0, columns.count)
    rowDone.fill(0, 0, rows.count)
    columnDone.fill(0, 0, columns.count)
    toColumn[startColumn] = begun
    columnFrom[startColumn] = startRow
    for (;;) {
      let nearest = limit
      let place = -1
      for (let column = 0; column < columns.count; column++)
        if (columnDone[column] === 0 && (toColumn[column] as number) < nearest) {
          nearest = toColumn[column] as number
          place = column
        }
      let isRow = false
      for (let row = 0; row < rows.count; row++)
        if (rowDone[row] === 0 && (toRow[row] as number) < nearest) {
          nearest = toRow[row] as number
          place = row
          isRow = true
        }
      if (place === -1) return undefined
      if (isRow) {
        if (place === startRow) return traced(frame, nearest)
        rowDone[place] = 1
        for (let column = 0; column < columns.count; column++) {
          const room = (toColumn[column] as number) - nearest - 1
          if (columnDone[column] === 1 || room <= 0) continue
          const cost = edge(frame, place, column, by, wish, room)
          if (cost < room) {
            toColumn[column] = nearest + cost + 1
            columnFrom[column] = place
          }
        }
      } else {
        columnDone[place] = 1
        for (let row = 0; row < rows.count; row++) {
          const room = (toRow[row] as number) - nearest - 1
          if (rowDone[row] === 1 || room <= 0 || (row === startRow && place === startColumn)) continue
          const cost = edge(frame, row, place, -by, wish, room)
          if (cost < room) {
            toRow[row] = nearest + cost + 1
            rowFrom[row] = place
          }
        }
      }
    }
  }
}
