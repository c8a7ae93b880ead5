/** Reads ONSPD and NSPL of any edition: each postcode once, in England with its neighbourhood and authority, elsewhere as elsewhere. */
import { firstPlace } from "../place-number.ts"
import { type Census, columns, type Recognised } from "./kind.ts"
import { eachLine } from "./lines.ts"
import { type Place, Places } from "./places.ts"
import { makePostcodeTable, type PostcodeTable } from "./postcode-table.ts"
import { refuse } from "./refused.ts"
import type { Source } from "./source.ts"

export interface PostcodesRead {
  readonly table: PostcodeTable
  /** By number, from `firstPlace` on. */
  readonly places: readonly Place[]
  /** In England. */
  readonly live: number
  readonly rows: number
  /** The latest month in which one began or ended, such as 202408; empty where the file does not say. */
  readonly latest: string
}

export interface PostcodeFile {
  readonly source: Source
  readonly file: Recognised
}

/** Forms that ended long ago and follow no grammar; and Northern Ireland, whose licence is another. */
const leftOut = /^(?:GIR|NPT|BX|BF|XX|BT)/

/** Where a file has what is read of it: -1 for what it has not. */
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
    const asked = columnsOf(file, census)
    const [postcodeColumn = "", lsoaColumn = "", authorityColumn = ""] = asked.map((at) => file.header[at] ?? "")
    const saysLive = (asked.at(-1) ?? -1) >= 0

    await eachLine(source, asked, (fields, line) => {
      const [written = "", lsoa = "", authority = "", region = "", country = "", ended = "", began = ""] = fields
      const lives = saysLive ? fields.at(-1) === "1" : ended === ""
      const placing = { lsoa, authority, region, country }
      const place = places.numberOf(placing, source.name, line, [lsoaColumn, authorityColumn])
      const postcode = written.replaceAll(" ", "")
      const added = leftOut.test(postcode) ? "left out" : table.add(postcode, place, lives)
      const spot = { file: source.name, line, column: postcodeColumn }
      if (added === "twice") throw refuse("this postcode stands in the files twice", spot)
      if (added === "not one") throw refuse("not a postcode", spot)
      if (lives && place >= firstPlace) live++
      const month = ended > began ? ended : began
      if (month > latest) latest = month
      if (++rows % 100_000 === 0) progress(rows)
    })
  }
  return { table, places: places.all, live, rows, latest }
}
