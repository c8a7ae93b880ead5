/** Recognises a published file by its header, not its name: its kind, and the positions of its columns. */

export type Kind = "postcodes" | "deprivation" | "authorities" | "schools"

/** The census whose neighbourhoods (LSOA) a file uses. */
export type Census = "11" | "21"

export interface Recognised {
  readonly kind: Kind
  readonly header: readonly string[]
  /** The first column that matches; publishers have renamed columns over the years. */
  readonly column: (pattern: RegExp) => number | undefined
  readonly censuses: readonly Census[]
}

const lsoa11 = /^(lsoa11(cd)?|lsoa code \(2011\))$/i
const lsoa21 = /^(lsoa21(cd)?|lsoa code \(2021\))$/i

export const columns = {
  postcode: /^(pcds|pcd7?|pcd[28])$/i,
  lsoa: { "11": lsoa11, "21": lsoa21 },
  authority: /^((os)?laua|lad\d\d(cd)?|local authority district code \(\d+\))$/i,
  authorityName: /^(lad\d\dnm|local authority district name \(\d+\))$/i,
  region: /^(rgn|rgn\d\dcd)$/i,
  country: /^(ctry|ctry\d\dcd)$/i,
  ended: /^doterm$/i,
  began: /^dointr$/i,
  live: /^live\d{4}$/i,
  decile: /^(imd_decile|index of multiple deprivation \(imd\) decile.*)$/i,
  rank: /^(imd_rank|index of multiple deprivation \(imd\) rank.*)$/i,
  urn: /^urn$/i,
  schoolName: /^(establishmentname|name)$/i,
  town: /^town$/i,
} as const

/** Tried in this order: a file of postcodes also has the columns of LSOAs and authorities. */
const marks: readonly (readonly [Kind, readonly RegExp[]])[] = [
  ["schools", [columns.urn, columns.schoolName]],
  ["postcodes", [columns.postcode, columns.authority]],
  ["deprivation", [columns.decile, columns.rank]],
  ["authorities", [columns.authority, columns.authorityName]],
]

export const recognise = (header: readonly string[]): Recognised | undefined => {
  const names = header.map((name) => name.trim())
  const column = (pattern: RegExp): number | undefined => {
    const at = names.findIndex((name) => pattern.test(name))
    return at < 0 ? undefined : at
  }
  const kind = marks.find(([, needed]) => needed.every((pattern) => column(pattern) !== undefined))?.[0]
  if (kind === undefined) return undefined
  const censuses = (["11", "21"] as const).filter((census) => column(columns.lsoa[census]) !== undefined)
  return { kind, header: names, column, censuses }
}
