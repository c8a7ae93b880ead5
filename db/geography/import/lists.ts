/** Reads the deprivation decile of each LSOA, and the names and regions of local authorities. */
import { type Census, columns, type Recognised } from "./kind.ts"
import { recordsOf } from "./records.ts"
import { refuse } from "./refusal.ts"
import type { Source } from "./source.ts"

export interface Authority {
  readonly name: string
  readonly region: string
}

/** Adds to the rows of earlier files of the same kind; refuses a key that is in one file twice. */
type Reader<Value> = (source: Source, file: Recognised, into: Map<string, Value>) => Promise<number>

const spotOf = (source: Source, file: Recognised, line: number, at: number | undefined) => ({
  file: source.name,
  line,
  column: file.header[at ?? -1] ?? "",
})

/** The decile of each LSOA of one census. */
export const readDeprivation =
  (census: Census): Reader<number> =>
  async (source, file, into) => {
    const [lsoaAt, decileAt] = [file.column(columns.lsoa[census]) ?? -1, file.column(columns.decile) ?? -1]
    let rows = 0
    for (const { line, get } of await recordsOf(source)) {
      const lsoa = get(lsoaAt)
      const decile = Number(get(decileAt))
      if (!/^E01\d{6}$/.test(lsoa)) throw refuse("not the code of an English LSOA", spotOf(source, file, line, lsoaAt))
      if (!/^([1-9]|10)$/.test(get(decileAt)))
        throw refuse("not a decile from 1 to 10", spotOf(source, file, line, decileAt))
      if (into.has(lsoa)) throw refuse("this LSOA is in the file twice", spotOf(source, file, line, lsoaAt))
      into.set(lsoa, decile)
      rows++
    }
    return rows
  }

/** A lookup has a row for each LSOA or each authority; rows outside England are dropped. */
export const readAuthorities: Reader<Authority> = async (source, file, into) => {
  const [codeAt, nameAt, regionAt] = [columns.authority, columns.authorityName, columns.region].map(file.column)
  const lsoaAt = file.column(columns.lsoa["21"]) ?? file.column(columns.lsoa["11"])
  const keys = new Set<string>()
  let rows = 0
  for (const { line, get } of await recordsOf(source)) {
    const [code, name, region] = [codeAt, nameAt, regionAt].map((at) => (at === undefined ? "" : get(at)))
    const key = get(lsoaAt ?? codeAt ?? -1)
    if (keys.has(key)) throw refuse("this code is in the file twice", spotOf(source, file, line, lsoaAt ?? codeAt))
    keys.add(key)
    rows++
    if (!code?.startsWith("E") || !name) continue
    if (!/^E0[6-9]\d{6}$/.test(code))
      throw refuse("not the code of a local authority", spotOf(source, file, line, codeAt))
    if (region && !/^E12\d{6}$/.test(region))
      throw refuse("not the code of a region", spotOf(source, file, line, regionAt))
    const known = into.get(code)
    if (known?.region && region && known.region !== region)
      throw refuse("this authority is in another region by an earlier line", spotOf(source, file, line, regionAt))
    into.set(code, { name, region: region || known?.region || "" })
  }
  return rows
}
