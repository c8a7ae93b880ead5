/** Reads ONSPD or NSPL of any edition: each postcode once, with its LSOA and authority if it is in England. */
import { firstPlace } from "../place-number.ts"
import { type Census, columns, type Recognised } from "./kind.ts"
import { eachLine } from "./lines.ts"
import { type Place, Places } from "./places.ts"
import { makePostcodeTable, type PostcodeTable } from "./postcode-table.ts"
import { refuse } from "./refusal.ts"
import type { Source } from "./source.ts"

export interface PostcodesRead {
  readonly table: PostcodeTable
  /** In the order of their numbers, from `firstPlace`. */
  readonly places: readonly Place[]
  /** Live postcodes in England. */
  readonly live: number
  readonly rows: number
  /** The latest month in which a postcode began or ended, such as 202408; empty if the file has no months. */
  readonly latest: string
}

export interface PostcodeFile {
  readonly source: Source
  readonly file: Recognised
}

/** Obsolete forms outside the grammar, and Northern Ireland, which has another licence. */
const leftOut = /^(?:GIR|NPT|BX|BF|XX|BT)/

/** Column positions; -1 when the column is missing. */
const columnsOf = ({ column, header }: Recognised, census: Census): readonly number[] => {
  const lastLive = header.findLastIndex((name) => columns.live.test(name))
  const places = [columns.lsoa[census], columns.authority, columns.region, columns.country]
  const others = [...places, columns.ended, columns.began].map((pattern) => column(pattern) ?? -1)
  return [column(/^pcds$/i) ?? column(columns.postcode) ?? -1, ...others, lastLive]
}

export const readPostcodes = async (
  files: readonly PostcodeFile[],
  census: Census,
  progress: (rows: number) => void,
): Promise<PostcodesRead> => {
  const table = makePostcodeTable()
  const places = new Places()
  let live = 0
  let latest = ""
  let rows = 0

  for (const { source, file } of files) {
    const columnsRead = columnsOf(file, census)
    const [postcodeColumn = "", lsoaColumn = "", authorityColumn = ""] = columnsRead.map((at) => file.header[at] ?? "")
    const saysLive = (columnsRead.at(-1) ?? -1) >= 0

    await eachLine(source, columnsRead, (fields, line) => {
      const [written = "", lsoa = "", authority = "", region = "", country = "", ended = "", began = ""] = fields
      const lives = saysLive ? fields.at(-1) === "1" : ended === ""
      const placing = { lsoa, authority, region, country }
      const place = places.numberOf(placing, source.name, line, [lsoaColumn, authorityColumn])
      const postcode = written.replaceAll(" ", "")
      const added = leftOut.test(postcode) ? "left out" : table.add(postcode, place, lives)
      const spot = { file: source.name, line, column: postcodeColumn }
      if (added === "twice") throw refuse("this postcode is in the files twice", spot)
      if (added === "not one") throw refuse("not a postcode", spot)
      if (lives && place >= firstPlace) live++
      if (began > latest) latest = began
      if (ended > latest) latest = ended
      if (++rows % 100_000 === 0) progress(rows)
    })
  }
  return { table, places: places.all, live, rows, latest }
}
