/** Records of an invented county, drawn: places in districts by bands of age, with corners that are nearly empty. */
import { Effect } from "effect"
import { protect } from "../../../../policy/disclosure/suppress/protect.ts"
import { columnOf } from "../../../../policy/disclosure/tables/microdata.ts"
import { tabulate } from "../../../../policy/disclosure/tables/tabulate.ts"
import { drawing } from "./small-tables.ts"

export const layout = [["place", "district"], ["band"], ["setting"]]

type Row = readonly [place: number, band: number, setting: number]

export const rowsDrawn = (seed: number): readonly Row[] => {
  const draw = drawing(seed)
  return Array.from({ length: 1500 }, () => {
    const place = Math.floor((draw(1000) * draw(1000)) / 1e5)
    return [place, Math.min(draw(5), draw(5)), draw(12) === 0 ? 1 + draw(2) : 0]
  })
}

export const tableOf = (rows: readonly Row[]) =>
  Effect.runSync(
    tabulate(
      {
        rows: rows.length,
        columns: [
          columnOf(
            "place",
            rows.map(([place]) => `p${place}`),
          ),
          columnOf(
            "district",
            rows.map(([place]) => `d${place % 3}`),
          ),
          columnOf(
            "band",
            rows.map(([, band]) => `b${band}`),
          ),
          columnOf(
            "setting",
            rows.map(([, , setting]) => `s${setting}`),
          ),
        ],
      },
      layout,
    ),
  )

export const protectedOf = (rows: readonly Row[]) =>
  Effect.runPromise(protect(tableOf(rows), { level: "witnessed", threshold: 10 }))
